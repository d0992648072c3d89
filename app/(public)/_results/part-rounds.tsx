import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import { middleOf, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { comparableFrom } from "@/delphi/lineage";
import type { Edition } from "@/delphi/publication";
import { readChange } from "@/delphi/verdict-reading";
import { StanceByRound, type StanceColumn } from "@/ui/pictures/stance-by-round";

const BESIDE_EACH_OTHER = 4;

/** The whole panel's figures of one part, oldest first; none from before a change of substance. */
export const figuresByRound = ({ rounds, lineage }: Edition, item: Item, part: Part): readonly Figure[] =>
  rounds
    .filter(({ round }) => round >= comparableFrom(item.id, rounds.length, lineage ?? []))
    .flatMap((round) => figureOf(round.figures, item.id, part.id) ?? []);

/** One part in every round that asked it, side by side, under what changed; nothing where one round did. */
export async function PartRounds({ edition, item, part }: { edition: Edition; item: Item; part: Part }) {
  const text = await getTranslations("public.results");
  const say = await sayer();
  const figures = figuresByRound(edition, item, part);
  if (part.scale.kind !== "ordinal" || figures.length < 2) return null;
  const shown = figures.filter((one): one is ShownFigure => one.withheld === null);
  const [first, last] = [shown[0], shown.at(-1)];
  const change = first && last && first !== last ? readChange(part, first, last) : null;
  return (
    <StanceByRound
      title={change ? say(change) : text("item.rounds")}
      caption={text("item.rounds-caption", { question: part.question || item.title })}
      heading={3}
      points={part.scale.points}
      columns={
        await Promise.all(
          figures
            .slice(-BESIDE_EACH_OTHER)
            .map((figure) => column(edition, part, figure, text("round", { round: figure.round }))),
        )
      }
      words={await pictureWords()}
    />
  );
}

/** A figure as one small multiple, or the reason why it is not shown. */
export async function column(
  edition: Edition,
  part: Part,
  figure: Figure,
  label: string,
): Promise<StanceColumn> {
  const say = await sayer();
  const key = `${figure.round}-${figure.stratum}`;
  return figure.withheld === null
    ? { key, label, counts: figure.counts ?? [], median: middleOf(part, figure).median }
    : { key, label, withheld: say(readWithheld(figure.withheld, edition.protocol.minimumGroup)) };
}
