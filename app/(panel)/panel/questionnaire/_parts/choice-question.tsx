import { getTranslations } from "next-intl/server";
import { chosenIn } from "@/delphi/figure-reading";
import type { Part } from "@/delphi/item";
import { ratedParts } from "@/delphi/rated-parts";
import { Choice, type ChoiceAside } from "@/ui/choice";
import { ShareBar } from "@/ui/pictures/share-bar";
import { ONE } from "./control-answer";
import { ABSTAINED, nameOf, shownAsOne } from "./form-answers";
import { Told } from "./options-told";
import type { Question } from "./question";

/** Options of which one or any number is taken, from the second round with how many chose each. */
export async function ChoiceQuestion({ question }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire.choice");
  const { item, answerTo, earlierTo, feedback } = question;
  const parts = ratedParts(item);
  const many = item.choose === "many";
  const asOne = shownAsOne(item, answerTo);
  return (
    <div className="space-y-5">
      <Choice
        legend={item.title}
        legendHidden
        hint={text(many ? "many" : "one")}
        many={many}
        options={parts.map((part) => ({
          key: part.id,
          name: nameOf(item.id, many ? part.id : ONE),
          value: many ? "1" : `${part.id}=1`,
          label: part.question,
          chosen: answerTo(part.id)?.value === 1,
          own: feedback && earlierTo(part.id)?.value === 1 ? text("last") : undefined,
          note: feedback ? <Share question={question} part={part} /> : undefined,
        }))}
        asides={await asidesOf(question, asOne)}
      />
      {feedback ? <Told question={question} /> : null}
    </div>
  );
}

async function asidesOf({ item, earlierTo }: Question, asOne: string): Promise<readonly ChoiceAside[]> {
  const text = await getTranslations("panel.questionnaire");
  const first = ratedParts(item)[0]!;
  const aside = (value: string, label: string) => ({
    key: value,
    name: nameOf(item.id, ONE),
    value,
    label,
    chosen: value !== "" && asOne === value,
  });
  const abstain = aside(`${first.id}=${ABSTAINED}`, text("abstain"));
  const before = earlierTo(first.id)?.abstained ? `${text("abstain")} (${text("last-answer")})` : null;
  return [
    ...(item.choose === "many" ? [aside(`${first.id}=0`, text("choice.none"))] : []),
    { ...abstain, label: before ?? abstain.label },
    ...(item.choose === "many" ? [] : [aside("", text("clear"))]),
  ];
}

async function Share({ question: { feedback }, part }: { question: Question; part: Part }) {
  const text = await getTranslations("panel.questionnaire.choice");
  const figure = feedback?.parts.find((one) => one.part === part.id)?.panel;
  if (!figure || figure.withheld !== null) return null;
  const { count, n, percent } = chosenIn(figure);
  return <ShareBar count={count} n={n} text={text("share", { count, n, percent })} />;
}
