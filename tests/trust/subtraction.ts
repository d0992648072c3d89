import type { Equation } from "./equations";

/**
 * The attack on statistics: adds and subtracts released figures until fewer than k experts are left. Experts who are
 * in the same sets can't be told apart by any such sum, so they are taken as one.
 * @returns the experts that some sum is about, fewer than k of them, or null if there is no such sum
 */
export function singledOut(k: number, equations: readonly Equation[]): ReadonlySet<string> | null {
  for (const about of new Set(equations.map((one) => one.about))) {
    const sets = equations.filter((one) => one.about === about).map(({ experts }) => experts);
    const found = smallSum(k, sets);
    if (found) return found;
  }
  return null;
}

type Experts = ReadonlySet<string>;

function smallSum(k: number, sets: readonly Experts[]): Experts | null {
  const alike = groupsInTheSameSets(sets);
  const small = alike.filter((group) => group.size < k);
  const matrix = sets.map((set) => alike.map((group) => (set.has(first(group)) ? 1 : 0)));
  const full = rank(matrix);
  for (const few of unionsBelow(k, small)) {
    const others = matrix.map((row) => row.filter((_, at) => !few.includes(alike[at]!)));
    // A sum that is zero everywhere else is about these few: leaving them out loses an equation.
    if (rank(others) < full) return new Set(few.flatMap((group) => [...group]));
  }
  return null;
}

const first = (group: Experts): string => group.values().next().value!;

function groupsInTheSameSets(sets: readonly Experts[]): readonly Experts[] {
  const groups = new Map<string, Set<string>>();
  for (const set of sets)
    for (const seat of set) {
      const key = sets.map((one) => one.has(seat)).join();
      groups.set(key, (groups.get(key) ?? new Set()).add(seat));
    }
  return [...groups.values()];
}

/** All choices of small groups that together have fewer than k experts. */
function unionsBelow(k: number, groups: readonly Experts[]): Experts[][] {
  const grow = (chosen: Experts[], from: number, size: number): Experts[][] =>
    groups.slice(from).flatMap((group, at) => {
      const more = size + group.size;
      return more < k ? [[...chosen, group], ...grow([...chosen, group], from + at + 1, more)] : [];
    });
  return grow([], 0, 0);
}

/** By elimination; the numbers are small whole ones, so nothing is lost in floating point. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width && found < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    const lead = rows[found]!;
    for (const [at, row] of rows.entries()) {
      if (at <= found || row[column] === 0) continue;
      const factor = row[column]! / lead[column]!;
      for (let place = column; place < width; place += 1) row[place] = row[place]! - factor * lead[place]!;
    }
    found += 1;
  }
  return found;
}

/** Of two figures about the same answers the difference: the answers of those who are in the larger set only. */
export type Difference = {
  readonly about: string;
  readonly experts: Experts;
  readonly counts: readonly number[];
};

export function differencesBelow(k: number, equations: readonly Equation[]): Difference[] {
  return equations.flatMap((whole) =>
    equations.flatMap((part): Difference[] => {
      if (part.about !== whole.about || !whole.counts || !part.counts) return [];
      if ([...part.experts].some((seat) => !whole.experts.has(seat))) return [];
      const experts = new Set([...whole.experts].filter((seat) => !part.experts.has(seat)));
      if (experts.size === 0 || experts.size >= k) return [];
      return [
        { about: whole.about, experts, counts: whole.counts.map((count, at) => count - part.counts![at]!) },
      ];
    }),
  );
}
