import { getTranslations } from "next-intl/server";
import type { EarlierAnswer } from "@/db/own-answers";
import type { Item, Part } from "@/delphi/item";
import { endsOf, isChosenScale, pointLabel, type Scale } from "@/delphi/scale";
import { Likert } from "@/ui/likert";
import { Probability } from "@/ui/probability";
import { ABSTAINED, nameOf, shownAs } from "./form-answers";
import { PartPicture } from "./part-picture";
import type { Question } from "./question";
import type { Bearings } from "./reason-asked";

/** One question on a scale, from the second round with the panel's answers above it. */
export async function RatedPart({ question, part }: { question: Question; part: Part }) {
  const { item, feedback, minimumGroup } = question;
  const earlier = question.earlierTo(part.id);
  const shown = feedback?.parts.find((one) => one.part === part.id);
  const own = typeof earlier?.value === "number" ? earlier.value : null;
  const bearings = feedback ? bearingsOf(part.scale, own, shown?.panel) : null;
  return (
    <div
      data-part={part.id}
      data-bearings={bearings ? JSON.stringify(bearings) : undefined}
      // "No answer" takes a click back, so it stands there only when something was chosen.
      className="space-y-5 [&:not(:has(input:checked))_label:has(>input[value=''])]:hidden"
    >
      {feedback && shown ? (
        <PartPicture
          item={item}
          part={part}
          shown={shown}
          round={feedback.round}
          own={own}
          minimumGroup={minimumGroup}
        />
      ) : null}
      <Control question={question} part={part} earlier={earlier} />
    </div>
  );
}

type PanelFigure = NonNullable<Question["feedback"]>["parts"][number]["panel"];

export function bearingsOf(scale: Scale, own: number | null, figure: PanelFigure | undefined): Bearings {
  const shown = figure && figure.withheld === null ? figure : null;
  const ends = scale.kind === "ordinal" ? endsOf(scale) : { bottomTo: 45, topFrom: 55 };
  return { earlier: own, low: shown?.q1 ?? null, high: shown?.q3 ?? null, ...ends };
}

async function Control({
  question: { item, answerTo, feedback },
  part,
  earlier,
}: {
  question: Question;
  part: Part;
  earlier: EarlierAnswer | undefined;
}) {
  const text = await getTranslations("panel.questionnaire");
  const name = nameOf(item.id, part.id);
  const answer = shownAs(answerTo(part.id));
  const abstain = { value: ABSTAINED, label: text(item.kind === "about" ? "rather-not" : "abstain") };
  const asked = part.question || item.title;
  const last = feedback || item.kind === "about" ? await lastAnswer(item, part.scale, earlier) : null;
  if (part.scale.kind !== "ordinal")
    return (
      <Probability
        name={name}
        label={asked}
        empty={text("not-answered")}
        ends={{ low: text("impossible"), high: text("certain") }}
        defaultValue={answer}
        abstain={abstain}
        earlier={last}
      />
    );
  return (
    <Likert
      name={name}
      legend={asked}
      legendHidden={part.question === ""}
      points={part.scale.points}
      {...(isChosenScale(part.scale) && { layout: "list" as const, numbered: false })}
      defaultValue={answer}
      earlier={
        last && earlier
          ? {
              value: earlier.abstained ? ABSTAINED : Number(earlier.value),
              mark: text("last-answer"),
              text: last,
            }
          : undefined
      }
      abstain={abstain}
      clear={{ value: "", label: text("clear") }}
    />
  );
}

async function lastAnswer(
  item: Item,
  scale: Scale,
  earlier: EarlierAnswer | undefined,
): Promise<string | null> {
  const text = await getTranslations("panel.questionnaire");
  if (!earlier) return null;
  if (earlier.abstained)
    return text(item.kind === "about" ? "last-answer-not-said" : "last-answer-abstained");
  const value = Number(earlier.value);
  const label = pointLabel(scale, value);
  return scale.kind === "ordinal"
    ? text("last-answer-is", { value, label })
    : text("last-answer-share", { label });
}
