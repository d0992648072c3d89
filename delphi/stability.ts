import { pairedEvidence } from "./evidence";
import type { Stability } from "./figure";
import type { Part } from "./item";
import type { Experts } from "./released-sets";
import { type Evidence, judge, type Rule } from "./rule";
import { sum } from "./statistics/sum";
import { needsPairs, onTotals } from "./totals-rule";

type Ratings = readonly (number | null)[];

/** Two rounds of one part, lined up: the same expert at the same place, null where they gave no answer. */
export type Pairing = { readonly earlier: Ratings; readonly later: Ratings; readonly both: Experts };

type Seat = { readonly seat: string; readonly values: ReadonlyMap<string, number | null> };

/** `more` is what a rule looks at beside the two rounds' answers to the part. */
export type Compared = {
  readonly since: number;
  readonly part: Part;
  readonly pairing: Pairing;
  readonly more: Evidence;
};

export function pair(place: string, later: readonly Seat[], earlier: readonly Seat[]): Pairing {
  const [laterOf, earlierOf] = [later, earlier].map(
    (seats) => new Map(seats.map((seat) => [seat.seat, seat.values.get(place) ?? null])),
  ) as [Map<string, number | null>, Map<string, number | null>];
  const seats = [...new Set([...laterOf.keys(), ...earlierOf.keys()])];
  const answers = {
    earlier: seats.map((seat) => earlierOf.get(seat) ?? null),
    later: seats.map((seat) => laterOf.get(seat) ?? null),
  };
  const both = seats.filter((_, at) => answers.earlier[at] !== null && answers.later[at] !== null);
  return { ...answers, both: new Set(both) };
}

/** The verdict of the declared rule with all that it rests on; disclosure control decides what is told of it. */
export function stabilityOf(rule: Rule, { since, part, pairing, more }: Compared): Stability {
  const evidence = { ...pairedEvidence(part.scale, pairing.earlier, pairing.later), ...more };
  const { met, figures } = judge(rule, evidence);
  const table = evidence.table!.map((row) => [...row]);
  return {
    since,
    met,
    base: needsPairs(rule) ? "pairs" : "totals",
    pairs: pairing.both.size,
    figures: { ...figures },
    pairCounts: marginsOf(table),
    table,
    held: { pairs: null, table: null },
  };
}

/** The same from the two rounds' totals alone: nothing in it tells who answered both. */
export function totalsOf(rule: Rule, { since, part, pairing, more }: Compared): Stability | null {
  const turned = onTotals(rule);
  if (!turned) return null;
  const evidence = { ...pairedEvidence(part.scale, pairing.earlier, pairing.later), ...more };
  const { met, figures } = judge(turned, evidence);
  const held = { pairs: null, table: null };
  return {
    since,
    met,
    base: "totals",
    pairs: null,
    figures: { ...figures },
    pairCounts: null,
    table: null,
    held,
  };
}

const marginsOf = (table: number[][]): { earlier: number[]; later: number[] } => ({
  earlier: table.map((row) => sum(row)),
  later: table.map((_, column) => sum(table.map((row) => row[column]!))),
});
