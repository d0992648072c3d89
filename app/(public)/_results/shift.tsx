import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { figureOf } from "@/delphi/figure";
import type { Part } from "@/delphi/item";
import { comparableFrom } from "@/delphi/lineage";
import type { Edition } from "@/delphi/publication";
import { type OrdinalScale, scaleBounds } from "@/delphi/scale";
import { Dumbbell } from "@/ui/pictures/dumbbell";
import { Section } from "../_frame/article";
import { ItemLives } from "./item-lives";
import { itemPlace } from "./item-place";
import { criterionName, type OptionStanding, optionsByAgreement } from "./option-standing";

/** How the options moved from round to round: the medians that did. */
export async function Shift({ edition, base }: { edition: Edition; base: string }) {
  const text = await getTranslations("public.results.shift");
  const options = optionsByAgreement(edition);
  const criteria = options[0]?.criteria.map(({ part }) => part) ?? [];
  const enough = edition.rounds.length > 1;
  return (
    <Section
      id="shift"
      title={text("title")}
      wide={
        enough ? (
          <>
            {criteria.map((part) => (
              <CriterionShift key={part.id} edition={edition} options={options} part={part} base={base} />
            ))}
            <ItemLives edition={edition} base={base} />
          </>
        ) : null
      }
    >
      <p>{text(enough ? "lead" : "one-round")}</p>
    </Section>
  );
}

type CriterionProps = { edition: Edition; options: readonly OptionStanding[]; part: Part; base: string };

/** Only what moved is drawn: a row of dots that lie on one another says nothing. */
async function CriterionShift({ edition, options, part, base }: CriterionProps) {
  const text = await getTranslations("public.results");
  const criterion = criterionName(part);
  const all = options.map(({ item, number }) => ({
    key: item.id,
    title: item.title,
    number,
    href: itemPlace(base, item),
    medians: mediansOf(edition, item.id, part.id),
  }));
  const moved = all.filter(({ medians }) => hasMoved(medians));
  if (part.scale.kind !== "ordinal" || moved.length === 0)
    return <p className="text-muted">{text("shift.unmoved", { criterion })}</p>;
  return (
    <Dumbbell
      title={text("shift.finding", { moved: moved.length, criterion: criterion.toLowerCase() })}
      caption={text("shift.caption", { unmoved: all.length - moved.length })}
      heading={3}
      scale={endsOfScale(part.scale)}
      rounds={edition.rounds.map((round) => text("round", { round: round.round }))}
      rows={moved}
      words={await pictureWords()}
    />
  );
}

/** Before a change of substance another thing was asked: nothing moved from there to here. */
const mediansOf = (edition: Edition, item: string, part: string): (number | null)[] =>
  edition.rounds.map((round) => {
    if (round.round < comparableFrom(item, edition.rounds.length, edition.lineage ?? [])) return null;
    const figure = figureOf(round.figures, item, part);
    return figure?.withheld === null ? figure.median : null;
  });

function hasMoved(medians: readonly (number | null)[]): boolean {
  const asked = medians.filter((median) => median !== null);
  return asked.length > 1 && asked[0] !== asked.at(-1);
}

const endsOfScale = (scale: OrdinalScale) => ({
  ...scaleBounds(scale)!,
  low: scale.points[0]!.label,
  high: scale.points.at(-1)!.label,
});
