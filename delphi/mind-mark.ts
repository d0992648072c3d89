/** How many experts said in one round that a reason changed their mind: none, so few that no number is given, or n. */
export type MarkCount = { readonly round: number; readonly n: number | null };

/** The marks of closed rounds as they may be told to a reason's author and to the desk; rounds without any are left out. */
export const marksToTell = (
  k: number,
  counts: readonly { readonly round: number; readonly marks: number }[],
): readonly MarkCount[] =>
  counts
    .filter(({ marks }) => marks > 0)
    .sort((a, b) => a.round - b.round)
    .map(({ round, marks }) => ({ round, n: marks < k ? null : marks }));
