import { z } from "zod";
import { firstProblem } from "./input";
import { nineDecimals } from "./nine-decimals";
import { midRanks } from "./ranks";
import { sum } from "./sum";

const RankMatrix = z
  .array(z.array(z.number().gt(0).nullable()).readonly())
  .min(2)
  .readonly()
  .describe(
    "one row for each item, in it one positive rank for each expert, 1 = best; ties share a value, only the order within an expert counts, null for unranked",
  );

/** What every measure of rankings takes. */
export const Rankings = z
  .strictObject({
    ranks: RankMatrix,
    weights: z
      .array(z.int().min(1))
      .readonly()
      .optional()
      .describe("how many experts stand behind each column, positive whole numbers; 1 each unless stated"),
    unranked: z
      .enum(["last", "missing"])
      .default("last")
      .describe(
        "whether the items an expert left unranked tie behind the ranked ones or take part in nothing",
      ),
  })
  .check(
    firstProblem(({ ranks, weights }) => {
      const experts = ranks[0]!.length;
      const row = ranks.findIndex((item) => item.length !== experts);
      if (row >= 0) {
        const message = `Every row must be as long as the first: ${experts} entries, not ${ranks[row]!.length}.`;
        return { path: ["ranks", row], message };
      }
      if (weights === undefined || weights.length === experts) return null;
      const message = `weights must have one entry for each expert: ${experts}, not ${weights.length}.`;
      return { path: ["weights"], message };
    }),
  );
export type Rankings = z.output<typeof Rankings>;

export const RANKING_CONVENTIONS = [
  "An expert who ranked nothing is left out; experts is the total weight used, and if it is 0 every figure is null.",
  "With unranked “last” the items an expert left open tie behind the ranked ones; with “missing” they take part in nothing for that expert, and the ranked ones are re-ranked among themselves.",
  "Items are named by index from 0.",
] as const;

/** Memphis, Nashville, Chattanooga, Knoxville: where shall Tennessee have its capital? */
export const TENNESSEE = {
  ranks: [
    [1, 4, 4, 4],
    [2, 1, 3, 3],
    [3, 2, 1, 2],
    [4, 3, 2, 1],
  ],
  weights: [42, 26, 15, 17],
};

/** One column of the rankings: the mid-rank of each item, null where it takes part in nothing. */
export type Ballot = {
  readonly weight: number;
  readonly midRanks: readonly (number | null)[];
  /** Whether the expert gave the item a rank. */
  readonly ranked: readonly boolean[];
};

export function ballotsOf({ ranks, weights, unranked }: Rankings): Ballot[] {
  return ranks[0]!.flatMap((_, expert): Ballot[] => {
    const given = ranks.map((item) => item[expert]!);
    const ranked = given.map((rank) => rank !== null);
    if (!ranked.includes(true)) return [];
    const last = midRanks(given.map((rank) => rank ?? Number.POSITIVE_INFINITY));
    const places = unranked === "last" ? last : last.map((rank, item) => (ranked[item] ? rank : null));
    return [{ weight: weights?.[expert] ?? 1, midRanks: places, ranked }];
  });
}

export function totalWeight(ballots: readonly Ballot[]): number {
  return sum(ballots.map((ballot) => ballot.weight));
}

/** preferences[a][b]: the weight of the experts who put a before b. */
export function preferencesOf(ballots: readonly Ballot[], items: number): number[][] {
  const preferences = Array.from({ length: items }, () => new Array<number>(items).fill(0));
  for (const { weight, midRanks: places } of ballots)
    for (const [a, first] of places.entries())
      for (const [b, second] of places.entries())
        if (first !== null && second !== null && first < second) preferences[a]![b]! += weight;
  return preferences;
}

/** Groups of tied items, the smallest figure first, each group ascending; items without a figure are left out. */
export function orderBy(figures: readonly (number | null)[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const [item, figure] of figures.entries()) {
    if (figure === null) continue;
    const group = groups.get(nineDecimals(figure));
    if (group) group.push(item);
    else groups.set(nineDecimals(figure), [item]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, items]) => items);
}
