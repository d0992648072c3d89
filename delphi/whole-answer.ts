// The browser reads this file too: what it imports is part of every questionnaire.

/** How far an answer in several parts is, as the name of a sentence and what fills it. */
export type SoFar = {
  readonly state: "none" | "some" | "twice" | "under" | "over" | "whole";
  readonly values: Readonly<Record<string, number>>;
};

type Given = readonly (number | null)[];

/** A ranking is whole when every option has a rank of its own. Of ranks given twice the first is named. */
export function rankingSoFar(ranks: Given): SoFar {
  const given = ranks.filter((rank) => rank !== null);
  const of = ranks.length;
  const counts = new Map<number, number>();
  for (const rank of given) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const [twice] = [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => a - b);
  if (twice) return { state: "twice", values: { rank: twice[0], count: twice[1], given: given.length, of } };
  const state = given.length === 0 ? "none" : given.length < of ? "some" : "whole";
  return { state, values: { given: given.length, of } };
}

/** An allocation is whole when exactly all points are given; an option without any gets none. */
export function allocationSoFar(points: Given, total: number): SoFar {
  const given = points.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const values = { given, total, left: total - given, over: given - total };
  if (points.every((one) => one === null)) return { state: "none", values };
  return { state: given < total ? "under" : given > total ? "over" : "whole", values };
}
