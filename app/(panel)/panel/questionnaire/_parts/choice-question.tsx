import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Part, ratedParts } from "@/delphi/item";
import { chosenIn, readFigures, readWithheld } from "@/delphi/reading";
import { Choice, type ChoiceAside } from "@/ui/choice";
import { Disclosure } from "@/ui/disclosure";
import { ShareBar } from "@/ui/pictures/share-bar";
import { Table } from "@/ui/table";
import { ONE } from "./control-answer";
import { ABSTAINED, nameOf, shownAsOne } from "./form-answers";
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

/** Of which round the shares are, or why there are none, and how the groups chose. */
async function Told({ question: { item, feedback, minimumGroup } }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const say = await sayer();
  const [first] = feedback!.parts;
  if (!first) return null;
  if (first.panel.withheld !== null)
    return <p className="text-base text-muted">{say(readWithheld(first.panel.withheld, minimumGroup))}.</p>;
  const { n, abstained } = first.panel;
  return (
    <div className="space-y-2">
      <p className="font-sans text-sm text-muted">
        {text("caption", { round: feedback!.round, n, abstained })}
      </p>
      {first.strata.length > 0 ? (
        <Disclosure quiet summary={<span className="text-sm">{text("groups")}</span>}>
          <Table
            caption={text("groups")}
            captionHidden
            columns={[
              { key: "option", label: text("choice.option") },
              ...first.strata.map(({ title }) => ({ key: title, label: title })),
            ]}
            rows={ratedParts(item).map((part) => ({
              key: part.id,
              cells: {
                option: part.question,
                ...Object.fromEntries(
                  (feedback!.parts.find((one) => one.part === part.id)?.strata ?? []).map(
                    ({ title, figure }) => [
                      title,
                      say(
                        figure.withheld === null
                          ? readFigures(part, figure)
                          : readWithheld(figure.withheld, minimumGroup),
                      ),
                    ],
                  ),
                ),
              },
            }))}
          />
        </Disclosure>
      ) : null}
    </div>
  );
}
