import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readFigures } from "@/delphi/figure-reading";
import type { Part } from "@/delphi/item";
import { ratedParts } from "@/delphi/rated-parts";
import { scaleBounds, scaleValues } from "@/delphi/scale";
import { OptionLists } from "@/ui/option-lists";
import { Strip } from "@/ui/pictures/strip";
import { ONE } from "./control-answer";
import { ABSTAINED, nameOf, shownAs, shownAsOne } from "./form-answers";
import { Told } from "./options-told";
import type { Question } from "./question";
import { SoFarLine } from "./so-far-line";

/** Options that are put in order or given points, from the second round with what the panel did. */
export async function OptionsQuestion({ question }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const { item, answerTo, earlierTo, feedback } = question;
  const parts = ratedParts(item);
  const [first] = parts;
  const kind = item.kind === "ranking" ? "ranking" : "allocation";
  const abstain = `${first!.id}=${ABSTAINED}`;
  const before = feedback && earlierTo(first!.id)?.abstained ? ` (${text("last-answer")})` : "";
  const own = (part: Part) => {
    const value = earlierTo(part.id)?.value;
    return feedback && typeof value === "number" ? text(`${kind}.last`, { value }) : undefined;
  };
  const given = (part: Part) => {
    const answer = answerTo(part.id);
    return answer?.abstained ? undefined : shownAs(answer);
  };
  return (
    <div className="space-y-5">
      <OptionLists
        legend={item.title}
        hint={text(`${kind}.hint`, { of: parts.length, total: scaleBounds(first!.scale)!.max })}
        empty="–"
        values={scaleValues(first!.scale)}
        options={parts.map((part) => ({
          name: nameOf(item.id, part.id),
          label: part.question,
          value: given(part),
          own: own(part),
          note: feedback ? <PanelStrip question={question} part={part} /> : undefined,
        }))}
        aside={{
          name: nameOf(item.id, ONE),
          value: abstain,
          label: `${text("abstain")}${before}`,
          chosen: shownAsOne(item, answerTo) === abstain,
        }}
      >
        <SoFarLine question={question} />
      </OptionLists>
      {feedback ? <Told question={question} /> : null}
    </div>
  );
}

/** Where the panel puts an option, with one's own last answer below the line. */
async function PanelStrip({ question: { feedback, earlierTo }, part }: { question: Question; part: Part }) {
  const say = await sayer();
  const figure = feedback?.parts.find((one) => one.part === part.id)?.panel;
  if (!figure || figure.withheld !== null) return null;
  const own = earlierTo(part.id)?.value;
  const described = say(readFigures(part, figure));
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
      <Strip
        {...scaleBounds(part.scale)!}
        median={figure.median}
        middle={figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 }}
        counts={figure.counts ?? undefined}
        own={typeof own === "number" ? own : null}
        description={described}
        className="w-40"
      />
      <span>{described}</span>
    </div>
  );
}
