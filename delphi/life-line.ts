import { figureOf, type Mark } from "./figure";
import { hasVerdict, type Item, isAnsweredAsOne, ratedParts } from "./item";
import { comparableFrom } from "./lineage";
import type { Edition } from "./publication";
import { type Reading, reading } from "./reading";

/** One round of an item's life. */
export type LifeRound = {
  readonly round: number;
  /** The verdict on its first criterion; null where its figure is withheld or has none. */
  readonly mark: Mark | null;
  /** It was worded otherwise in substance before: what came earlier is another line. */
  readonly reworded: boolean;
};

export type LifeLine = {
  readonly item: Item;
  /** The rounds that asked it, oldest first. */
  readonly asked: readonly LifeRound[];
  /** Why it is not asked again; null while it is. */
  readonly end: "settled" | "retired" | "done" | null;
};

/**
 * Every decided item from the round that first asked it to the one after which it was asked no more. An answer in
 * several parts has no first criterion to follow.
 */
export function lifeLines({ items, rounds, lineage = [] }: Edition): readonly LifeLine[] {
  return items
    .filter((item) => hasVerdict(item.kind) && !isAnsweredAsOne(item))
    .flatMap((item): LifeLine[] => {
      const part = ratedParts(item)[0];
      const here = rounds.filter((round) => round.asked.includes(item.id));
      const last = here.at(-1);
      if (!last || !part) return [];
      const asked = here.map(({ round, figures }, at): LifeRound => {
        const figure = figureOf(figures, item.id, part.id);
        const reworded = at > 0 && comparableFrom(item.id, round, lineage) === round;
        return { round, mark: figure?.withheld === null ? figure.mark : null, reworded };
      });
      const next = last.carryForward.find((one) => one.item === item.id)?.proposal;
      const replaced = lineage.some(
        ({ kind, from, into }) => kind !== "added" && from.includes(item.id) && !into.includes(item.id),
      );
      const end =
        replaced || next === "retire" ? "retired" : next === "settled" || next === "done" ? next : null;
      // The panel may ask again what the rules proposed to leave.
      return [{ item, asked, end: last !== rounds.at(-1) && end === null ? "done" : end }];
    });
}

/** "18 of 24 questions have settled, and one was reworded on the way". */
export function readLifeLines(lines: readonly LifeLine[]): Reading {
  const settled = lines.filter(({ end }) => end === "settled").length;
  const reworded = lines.filter(({ asked }) => asked.some((one) => one.reworded)).length;
  return reading("life-lines", { settled, total: lines.length, reworded });
}
