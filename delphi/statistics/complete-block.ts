/** The part of a matrix that every remaining expert answered. */
export type CompleteBlock = {
  /** Rows as used, in order. */
  readonly rows: readonly (readonly number[])[];
  /** For each row of the matrix, its place among `rows`, or null if it was left out. */
  readonly places: readonly (number | null)[];
  readonly experts: number;
};

/** First every expert without any rating is left out, then every item that a remaining expert left open. */
export function completeBlock(ratings: readonly (readonly (number | null)[])[]): CompleteBlock {
  const experts = ratings[0]!.map((_, expert) => expert);
  const remaining = experts.filter((expert) => ratings.some((row) => row[expert] !== null));
  const rows: number[][] = [];
  const places = ratings.map((row) => {
    const values = remaining.flatMap((expert) => row[expert] ?? []);
    return values.length < remaining.length ? null : rows.push(values) - 1;
  });
  return { rows, places, experts: remaining.length };
}
