import { getTranslations } from "next-intl/server";
import { estimateProblems } from "@/delphi/estimate-problems";
import type { Part } from "@/delphi/item";
import { quantityTyped } from "@/delphi/quantity";
import { pointLabel, type QuantityScale } from "@/delphi/scale";
import { EstimateFields } from "@/ui/estimate-fields";
import { ONE } from "./control-answer";
import { EstimateFeedback } from "./estimate-feedback";
import { ABSTAINED, nameOf } from "./form-answers";
import type { Question } from "./question";

/** The four steps of an estimate, from the second round below the panel's intervals. */
export async function EstimateQuestion({ question }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const { item, answerTo, earlierTo, feedback } = question;
  const [first] = item.parts;
  const abstained = answerTo(first!.id)?.abstained === true;
  const given = (part: string) => answerTo(part)?.value ?? null;
  const problems = abstained ? [] : estimateProblems(item.parts, given);
  const last = (part: Part) => {
    const value = earlierTo(part.id)?.value;
    return feedback && typeof value === "number"
      ? text("estimate.last", { value: pointLabel(part.scale, value) })
      : undefined;
  };
  return (
    <div className="space-y-6">
      {feedback ? <EstimateFeedback question={question} /> : null}
      <EstimateFields
        legend={item.title}
        hint={text("estimate.hint")}
        fields={item.parts.map((part) => {
          const value = given(part.id);
          const scale = part.scale as QuantityScale;
          return {
            part: part.id,
            name: nameOf(item.id, part.id),
            label: part.question,
            scale,
            value: value === null ? "" : quantityTyped(scale.kind, value),
            error: problems.find((one) => one.part === part.id)?.message,
            own: last(part),
          };
        })}
        empty={text("not-answered")}
        abstain={{
          name: nameOf(item.id, ONE),
          value: `${first!.id}=${ABSTAINED}`,
          label: earlierTo(first!.id)?.abstained
            ? `${text("abstain")} (${text("last-answer")})`
            : text("abstain"),
          chosen: abstained,
        }}
      />
    </div>
  );
}
