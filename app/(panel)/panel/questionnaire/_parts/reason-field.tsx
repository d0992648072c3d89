import { getTranslations } from "next-intl/server";
import { isAnsweredAsOne, judgedParts } from "@/delphi/item";
import { RATIONALE, RATIONALE_MAX_LENGTH } from "@/delphi/rationale";
import { Disclosure } from "@/ui/disclosure";
import { TextArea } from "@/ui/field";
import { nameOf } from "./form-answers";
import type { Question } from "./question";
import { bearingsOf } from "./rated-part";
import { isReasonAsked } from "./reason-asked";

/** A place for a short reason: folded until one is given or would help, and never demanded. */
export async function ReasonField({
  question,
  given,
  earlier,
}: {
  question: Question;
  given: string;
  earlier: { readonly round: number; readonly value: unknown } | null;
}) {
  const text = await getTranslations("panel.questionnaire");
  const { item } = question;
  const asked = wouldHelp(question);
  return (
    <div>
      {earlier ? (
        <p className="mb-1 text-base text-muted">
          {text("last-reason", { round: earlier.round, text: String(earlier.value) })}
        </p>
      ) : null}
      <Disclosure
        quiet
        open={given !== "" || asked}
        summary={<span className="text-sm">{text("reason")}</span>}
      >
        <p data-reason-asked hidden={!asked} className="mb-3 max-w-measure text-base">
          {text("reason-asked")}
        </p>
        <div data-text>
          <TextArea
            name={nameOf(item.id, RATIONALE)}
            label={text("reason-given")}
            hint={text("reason-hint")}
            maxLength={RATIONALE_MAX_LENGTH}
            rows={3}
            defaultValue={given}
          />
          <p data-hint hidden role="status" className="mt-2 font-sans text-sm font-medium text-caution">
            {text("reason-identifying")}
          </p>
        </div>
      </Disclosure>
    </div>
  );
}

function wouldHelp({ item, feedback, answerTo, earlierTo }: Question): boolean {
  if (!feedback) return false;
  return judgedParts(item).some((part) => {
    const value = answerTo(part.id)?.value;
    const earlier = earlierTo(part.id)?.value;
    // What was chosen has no middle half: only one's own change asks for a reason.
    if (isAnsweredAsOne(item)) return typeof value === "number" && earlier != null && earlier !== value;
    const figure = feedback.parts.find((one) => one.part === part.id)?.panel;
    const own = typeof earlier === "number" ? earlier : null;
    return typeof value === "number" && isReasonAsked(bearingsOf(part.scale, own, figure), value);
  });
}
