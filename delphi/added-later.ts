import type { Experts } from "./released-sets";

/**
 * People put on the roll while a round was open and somebody had answered already, by round and stratum; null is no
 * stratum. They could be dummies that make up a group around one expert, so they are not counted towards k.
 */
export type AddedLater = ReadonlyMap<number, ReadonlyMap<string | null, number>>;

export const nobodyAdded: AddedLater = new Map();

export const addedIn = (added: AddedLater, round: number): number =>
  [...(added.get(round)?.values() ?? [])].reduce((sum, people) => sum + people, 0);

type Group = { readonly stratum: string | null; readonly answered: Experts };

/**
 * How many experts a block of a round needs: k, and as many more as could have been added later. Nobody knows which
 * seats these are, so within one stratum it is all that were added to it, and anywhere else all of them.
 */
export function neededIn(k: number, added: AddedLater, round: number, groups: readonly Group[]) {
  const all = k + addedIn(added, round);
  const strata = groups.filter(({ stratum }) => stratum !== null);
  return (block: Experts): number => {
    if (all === k) return k;
    const within = strata.find(({ answered }) => [...block].every((seat) => answered.has(seat)));
    return within ? k + (added.get(round)?.get(within.stratum) ?? 0) : all;
  };
}
