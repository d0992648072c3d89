/** An expert as this test knows them: who they are on the one side, what is theirs on the other. */
export type Expert = {
  readonly identity: readonly string[];
  /** A word that this expert alone wrote, the seat's id, the receipt. */
  readonly answers: readonly string[];
};

/** The experts of whom one payload holds something from either side: on one page they could be put together. */
export const pairedIn = (payload: string, experts: readonly Expert[]): readonly Expert[] =>
  experts.filter(
    ({ identity, answers }) =>
      identity.some((one) => payload.includes(one)) && answers.some((one) => payload.includes(one)),
  );

/**
 * A permutation has one place in common with another on average, whatever its length, and twelve or more once in a
 * thousand million times: so often that a few hundred comparisons of one run meet it once in some million runs.
 */
const MOST_BY_CHANCE = 11;

/**
 * Whether a payload lists the experts' answers in an order in which one knows the people, as that of the roll or that
 * of arrival: `orders` are such lists of words, of two dozen people.
 */
export function orderIn(payload: string, orders: readonly (readonly string[])[]): boolean {
  return orders.some((order) => {
    const listed = order
      .map((word) => ({ word, at: payload.indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word);
    if (listed.length < order.length) return false;
    const inPlace = listed.filter((word, at) => word === order[at]).length;
    const fromBehind = listed.filter((word, at) => word === order[order.length - 1 - at]).length;
    return Math.max(inPlace, fromBehind) > MOST_BY_CHANCE;
  });
}
