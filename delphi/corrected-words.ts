import { canonical } from "./canonical";
import type { Item } from "./item";
import type { ItemChange } from "./lineage";
import { done, type Result, refused } from "./result";
import type { Scale } from "./scale";

/** Other words for an item that is being asked. `meaning`: somebody who answered could now answer otherwise. */
export type Correction = { readonly item: Item; readonly meaning: boolean; readonly reason: string };

export type Corrected = { readonly item: Item; readonly change: ItemChange };

export type CorrectionRefusal = "unknown-item" | "kinds-differ" | "another-scale" | "nothing-reworded";

/**
 * Puts an item of an open round in other words. Every answer stays: what can be answered is the same, the number of
 * points and the options included, and labels may only be worded otherwise. Another deadline or test is another event,
 * and waits for the next round.
 */
export function correctWords(
  asked: readonly Item[],
  round: number,
  { item, meaning, reason }: Correction,
): Result<Corrected, CorrectionRefusal> {
  const before = asked.find(({ id }) => id === item.id);
  if (!before) return refused("unknown-item");
  const { title } = before;
  if (before.kind !== item.kind || canonical(fixedOf(before)) !== canonical(fixedOf(item)))
    return refused("kinds-differ", { item: title });
  if (canonical(shapesOf(before)) !== canonical(shapesOf(item)))
    return refused("another-scale", { item: title });
  const wording = meaning ? (before.wording ?? 1) + 1 : before.wording;
  const { wording: _given, ...words } = item;
  const now: Item = wording === undefined ? words : { ...words, wording };
  if (canonical({ ...now, wording: 0 }) === canonical({ ...before, wording: 0 }))
    return refused("nothing-reworded", { item: title });
  const change: ItemChange = {
    round,
    kind: "reworded",
    from: [item.id],
    into: [item.id],
    substance: meaning,
    by: "facilitator",
    reason,
    before,
    during: true,
  };
  return done({ item: now, change });
}

const fixedOf = ({ choose, until, resolvesIf, section, sources }: Item) => ({
  choose: choose ?? null,
  until: until ?? null,
  resolvesIf: resolvesIf ?? null,
  section: section ?? null,
  sources,
});

/** What can be answered, without its words. */
const shapesOf = (item: Item) => item.parts.map(({ id, scale }) => ({ id, scale: wordless(scale) }));

const wordless = (scale: Scale): unknown =>
  scale.kind === "ordinal" ? { ...scale, points: scale.points.map(({ value }) => value) } : scale;

/** How many answered an item in the words before and after a change of meaning; null where it would be too few. */
export type Wordings = {
  readonly item: string;
  readonly former: number | null;
  readonly present: number | null;
};

/** Both numbers or none: each of the two groups is nobody or at least k experts. */
export function wordingsToTell(item: string, answered: number, former: number, k: number): Wordings {
  const present = answered - former;
  const tells = [former, present].every((group) => group === 0 || group >= k);
  return tells ? { item, former, present } : { item, former: null, present: null };
}
