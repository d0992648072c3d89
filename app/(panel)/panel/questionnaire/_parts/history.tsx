import { getTranslations } from "next-intl/server";
import type { EarlierAnswer } from "@/db/own-answers";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Item } from "@/delphi/item";
import { leadIn } from "@/delphi/lead-in";
import { RATIONALE } from "@/delphi/rationale";
import { isChosenScale, pointLabel } from "@/delphi/scale";
import { Disclosure } from "@/ui/disclosure";
import { wordsOfChange } from "./words-of-change";

type ItemHistory = Questionnaire["histories"][number];

/** What was done to an item since it was last asked and why; what one answered to other words only as a reminder. */
export async function History({
  history: { change, from, former },
  title,
  round,
  toConfirm,
}: {
  history: ItemHistory;
  /** As the item reads now. */
  title: string;
  /** The round that asks it. */
  round: number;
  /** One had answered the former words. */
  toConfirm: boolean;
}) {
  const text = await getTranslations("panel.questionnaire.history");
  const before = change.round - 1;
  const key = wordsOfChange(change, title, round);
  return (
    <div className="border-l-2 border-accent pl-4 text-base">
      <p>
        <span className="font-sans font-medium">
          {text(key, {
            round: change.round,
            before,
            from: from.join("”, “"),
            title: change.before?.title ?? "",
          })}
        </span>{" "}
        <span className="text-muted">{text("because", { reason: change.reason })}</span>
      </p>
      {toConfirm ? <p className="font-sans font-medium text-caution">{text("to-confirm")}</p> : null}
      {change.substance && change.kind === "reworded" && !change.during ? (
        <p className="text-muted">{text("anew", { before })}</p>
      ) : null}
      {former ? (
        <Disclosure quiet summary={<span className="text-sm">{text("former")}</span>}>
          <p className="text-base text-muted">{former.item.title}</p>
          <ul className="mt-1 text-base text-muted">
            {toldOf(former).map((answer) => (
              <FormerAnswer key={answer.part} item={former.item} answer={answer} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** Of options to choose from, those that one chose; of others and of an estimate all parts. */
const toldOf = ({ item, answers }: NonNullable<ItemHistory["former"]>): readonly EarlierAnswer[] =>
  item.kind === "choice" ? answers.filter(({ value, abstained }) => value !== 0 && !abstained) : answers;

async function FormerAnswer({ item, answer }: { item: Item; answer: EarlierAnswer }) {
  const text = await getTranslations("panel.questionnaire");
  const part = item.parts.find((one) => one.id === answer.part);
  const question = answer.part === RATIONALE ? text("reason-given") : part?.question || item.title;
  return (
    <li>
      {leadIn(question)} {said()}
    </li>
  );

  function said(): string {
    if (answer.abstained) return text("abstain");
    if (typeof answer.value !== "number" || !part) return String(answer.value ?? "");
    return part.scale.kind === "ordinal" && !isChosenScale(part.scale)
      ? `${answer.value}, ${pointLabel(part.scale, answer.value)}`
      : pointLabel(part.scale, answer.value);
  }
}
