import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { middleOf, readWithheld } from "@/delphi/figure-reading";
import { readGroups } from "@/delphi/groups-reading";
import type { Item, Part } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { isChosenScale } from "@/delphi/scale";
import { type Multiple, SmallMultiples } from "@/ui/pictures/small-multiples";

type Props = { edition: Edition; item: Item; part: Part };

/** The panel and its declared groups as small multiples; nothing without groups. */
export async function PartGroups({ edition, item, part }: Props) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const { strata } = edition.protocol;
  const round = lastAsked(edition.rounds, item.id);
  const panel = round && figureOf(round.figures, item.id, part.id);
  if (strata.length < 2 || !panel || part.scale.kind !== "ordinal") return null;
  const groups = strata.flatMap(({ id, title }) => {
    const figure = figureOf(round.figures, item.id, part.id, id);
    return figure ? [{ figure, title }] : [];
  });
  if (groups.length === 0) return null;
  const multiple = (figure: Figure, label: string): Multiple => {
    const key = figure.stratum ?? "panel";
    if (figure.withheld !== null)
      return { key, label, withheld: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
    return { key, label, counts: figure.counts ?? [], ...middleOf(part, figure) };
  };
  return (
    <SmallMultiples
      title={say(
        readGroups(
          part,
          groups.map(({ figure }) => figure),
          strata,
        ),
      )}
      caption={text(isChosenScale(part.scale) ? "item.groups-caption-chosen" : "item.groups-caption", {
        round: round.round,
      })}
      heading={3}
      points={part.scale.points}
      multiples={[
        multiple(panel, text("panel")),
        ...groups.map(({ figure, title }) => multiple(figure, title)),
      ]}
      words={await pictureWords()}
    />
  );
}
