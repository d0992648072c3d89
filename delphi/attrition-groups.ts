import { z } from "zod";
import type { RoundAnswers } from "./analysis";
import type { NotTold } from "./attrition-part";
import type { Protocol } from "./protocol";
import { fisherExact } from "./statistics/fisher-exact";

/** A group whose share of the panel moved by more than this many points is pointed out. */
const SHARE_MOVED = 10;

/** How a declared group took part in two rounds; the counts are null where either is of fewer than k experts. */
export const GroupChange = z.strictObject({
  stratum: z.string(),
  before: z.int().nullable(),
  left: z.int().nullable(),
  /** The group's share of those who answered, in percent: in the earlier round and in the later one. */
  shareBefore: z.number().nullable(),
  shareNow: z.number().nullable(),
  /** Whether that share moved by more than 10 points. */
  moved: z.boolean().nullable(),
});
export type GroupChange = z.infer<typeof GroupChange>;

type Composition = {
  readonly groups: GroupChange[];
  readonly groupsDiffer: { readonly p: number } | null;
  readonly groupsNotTold: NotTold | null;
};

/** Who left, group by group, and whether some groups lost more than others (Fisher's exact test). */
export function compositionOf(
  { strata }: Protocol,
  earlier: RoundAnswers,
  current: RoundAnswers,
  left: ReadonlySet<string>,
  k: number,
): Composition {
  const counted = strata.map(({ id }) => {
    const [before, now] = [earlier, current].map(({ seats }) => seats.filter((seat) => seat.stratum === id));
    const gone = before!.filter((seat) => left.has(seat.seat)).length;
    return { stratum: id, before: before!.length, now: now!.length, left: gone };
  });
  const small = (count: number) => count > 0 && count < k;
  const few = ({ before, now, left: gone }: Tally) => small(before) || small(now) || small(before - gone);
  // What is not told must not be the rest of the panel that is left when all that is told is taken from it.
  const told = counted.filter((group) => !few(group)).sort((a, b) => b.before - a.before);
  const whole = { before: earlier.seats.length, now: current.seats.length, left: left.size };
  while (told.length > 0 && few(lessAll(whole, told))) told.pop();
  const groups = counted.map((group): GroupChange => {
    const { stratum, before, now, left: gone } = group;
    const nothing = { before: null, left: null, shareBefore: null, shareNow: null, moved: null };
    if (!told.includes(group)) return { stratum, ...nothing };
    const [shareBefore, shareNow] = [
      shareOf(before, earlier.seats.length),
      shareOf(now, current.seats.length),
    ];
    const moved = shareMoved(shareBefore, shareNow);
    return { stratum, before, left: gone, shareBefore, shareNow, moved };
  });
  const none = (groupsNotTold: NotTold): Composition => ({ groups, groupsDiffer: null, groupsNotTold });
  if (strata.length < 2) return none("no-groups");
  if (left.size === 0) return none("nobody-left");
  if (groups.some((group) => group.before === null)) return none("fewer-than-k");
  const table = counted.map(({ before, left: gone }) => [before - gone, gone]);
  const { p } = fisherExact.compute({ table });
  return p === null ? none("not-computable") : { groups, groupsDiffer: { p }, groupsNotTold: null };
}

type Tally = { readonly before: number; readonly now: number; readonly left: number };

const lessAll = (whole: Tally, groups: readonly Tally[]): Tally =>
  groups.reduce(
    (rest, { before, now, left }) => ({
      before: rest.before - before,
      now: rest.now - now,
      left: rest.left - left,
    }),
    whole,
  );

export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

export const shareMoved = (before: number, now: number): boolean => Math.abs(now - before) > SHARE_MOVED;
