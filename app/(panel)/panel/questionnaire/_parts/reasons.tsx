import { getTranslations } from "next-intl/server";
import { reasonSides } from "@/app/_server/reason-sides";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Item } from "@/delphi/item";
import { MindMark } from "./mind-mark";

type Feedback = Questionnaire["feedback"][number];
type Reason = Feedback["reasons"]["lower"][number];

/** Reasons of other experts in two short columns, for lower and for higher answers; none where none was released. */
export async function Reasons({
  item,
  feedback,
  round,
}: {
  item: Item;
  feedback: Feedback;
  /** The round that is open. */
  round: number;
}) {
  const { lower, higher, other, more } = feedback.reasons;
  if (lower.length + higher.length + other.length === 0) return null;
  const text = await getTranslations("panel.questionnaire");
  const sides = await reasonSides(item);
  return (
    <div className="space-y-4">
      <h3 className="text-lg">{text("reasons")}</h3>
      <div className="grid gap-6 sm:grid-cols-2">
        <Side title={text("reasons-side", { side: sides.lower })} reasons={lower} round={round} />
        <Side title={text("reasons-side", { side: sides.higher })} reasons={higher} round={round} />
      </div>
      {other.length > 0 ? <Side title={text("reasons-other")} reasons={other} round={round} /> : null}
      {more > 0 ? <p className="font-sans text-sm text-muted">{text("reasons-more", { more })}</p> : null}
    </div>
  );
}

async function Side({ title, reasons, round }: { title: string; reasons: readonly Reason[]; round: number }) {
  const text = await getTranslations("panel.questionnaire");
  return (
    <section className="border-t border-edge pt-2">
      <h4 className="font-sans text-sm font-medium text-muted">{title}</h4>
      {reasons.length === 0 ? (
        <p className="mt-2 text-base text-muted">{text("reasons-none")}</p>
      ) : (
        <ul className="mt-2 space-y-3">
          {reasons.map((reason) => (
            <li key={reason.id} className="text-base leading-normal">
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">
                {reason.text}
                {reason.edited ? (
                  <span className="ml-2 font-sans text-sm text-muted">({text("edited")})</span>
                ) : null}
              </p>
              <MindMark reason={reason} round={round} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
