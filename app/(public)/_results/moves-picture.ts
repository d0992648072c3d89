import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Category } from "@/delphi/crossing";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import type { Item, Part } from "@/delphi/item";
import { movesOf, readMoves } from "@/delphi/moves";
import { shortLabel } from "@/delphi/point-words";
import type { Edition } from "@/delphi/publication";
import { pointLabel } from "@/delphi/scale";
import type { AlluvialCategory } from "@/ui/pictures/alluvial";

export type MovesPicture = {
  readonly title: string;
  readonly caption: string;
  readonly categories: readonly AlluvialCategory[];
  readonly table: readonly (readonly number[])[];
  readonly left: { readonly word: string; readonly counts: readonly number[] | number };
  readonly joined: { readonly word: string; readonly counts: readonly number[] | number };
  readonly rounds: readonly [string, string];
};

/** Who moved where since the round before; null where that would tell of too few experts. */
export async function movesPicture(
  edition: Edition,
  item: Item,
  part: Part,
  figure: ShownFigure,
): Promise<MovesPicture | null> {
  const text = await getTranslations("public.results.moves");
  const say = await sayer();
  const before = edition.rounds.find(({ round }) => round === figure.stability?.since);
  const moves = movesOf(part, before && figureOf(before.figures, item.id, part.id), figure);
  if (!moves) return null;
  const round = (number: number) => text("round", { round: number });
  const once = { left: total(moves.left), joined: total(moves.joined) };
  return {
    title: say(readMoves(moves)),
    caption: text(moves.fine ? "caption" : "caption-sides", {
      ...once,
      together: typeof moves.left === "number" && moves.left > 0 ? "yes" : "no",
    }),
    categories: moves.categories.map((category) => ({
      key: category.key,
      mark: moves.fine ? `(${category.key})` : text(`side.${category.key}`),
      name: moves.fine ? shortLabel(pointLabel(part.scale, category.from)) : text(`side.${category.key}`),
      label: labelOf(part, category),
    })),
    table: moves.table,
    left: { word: text("left"), counts: moves.left },
    joined: { word: text("joined"), counts: moves.joined },
    rounds: [round(moves.since), round(moves.round)],
  };
}

/** "4 desirable", or both ends of a side: "4 desirable – 5 very desirable". */
function labelOf({ scale }: Part, { from, to }: Category): string {
  const ends = from === to ? [from] : [from, to];
  return ends.map((value) => `${value} ${pointLabel(scale, value)}`).join(" – ");
}

const total = (counts: readonly number[] | number): number =>
  typeof counts === "number" ? counts : counts.reduce((all, one) => all + one, 0);
