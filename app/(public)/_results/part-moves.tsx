import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import type { Item, Part } from "@/delphi/item";
import { type Category, movesOf, readMoves, readNoMoves } from "@/delphi/moves";
import type { Edition } from "@/delphi/publication";
import { shortLabel } from "@/delphi/reading";
import { pointLabel } from "@/delphi/scale";
import { readStability } from "@/delphi/verdict-reading";
import { Alluvial } from "@/ui/pictures/alluvial";

type Props = { edition: Edition; item: Item; part: Part; figure: ShownFigure };

/** Who moved where since the round before; where that would tell of too few experts, the verdict in words. */
export async function PartMoves({ edition, item, part, figure }: Props) {
  const text = await getTranslations("public.results.moves");
  const say = await sayer();
  if (!figure.stability || part.scale.kind !== "ordinal") return null;
  const before = edition.rounds.find(({ round }) => round === figure.stability!.since);
  const moves = movesOf(part, before && figureOf(before.figures, item.id, part.id), figure);
  if (!moves) {
    const why = readNoMoves(figure);
    return (
      <div>
        <h4>{text("title")}</h4>
        <p className="mt-2 max-w-measure">
          {say(readStability(figure))}. {why ? <span className="text-muted">{say(why)}.</span> : null}
        </p>
      </div>
    );
  }
  const round = (number: number) => text("round", { round: number });
  const once = { left: total(moves.left), joined: total(moves.joined) };
  return (
    <Alluvial
      title={say(readMoves(moves))}
      caption={text(moves.fine ? "caption" : "caption-sides", {
        ...once,
        together: typeof moves.left === "number" && moves.left > 0 ? "yes" : "no",
      })}
      heading={4}
      categories={moves.categories.map((category) => ({
        key: category.key,
        mark: moves.fine ? `(${category.key})` : text(`side.${category.key}`),
        name: moves.fine ? shortLabel(pointLabel(part.scale, category.from)) : text(`side.${category.key}`),
        label: labelOf(part, category),
      }))}
      table={moves.table}
      left={{ word: text("left"), counts: moves.left }}
      joined={{ word: text("joined"), counts: moves.joined }}
      rounds={[round(moves.since), round(moves.round)]}
      words={await pictureWords()}
    />
  );
}

/** "4 desirable", or both ends of a side: "4 desirable – 5 very desirable". */
function labelOf({ scale }: Part, { from, to }: Category): string {
  const ends = from === to ? [from] : [from, to];
  return ends.map((value) => `${value} ${pointLabel(scale, value)}`).join(" – ");
}

const total = (counts: readonly number[] | number): number =>
  typeof counts === "number" ? counts : counts.reduce((all, one) => all + one, 0);
