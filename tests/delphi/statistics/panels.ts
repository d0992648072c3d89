import { fc } from "../../draws";

export type Answers = readonly (number | null)[];

/** Answers on a 1–`points` scale, some experts silent. */
export const answersOn = (points: number, maxLength = 24): fc.Arbitrary<(number | null)[]> =>
  fc.array(fc.option(fc.integer({ min: 1, max: points }), { freq: 5 }), { maxLength });

/** The same experts in two rounds. */
export const twoRounds = (points: number, maxLength = 24) =>
  fc
    .array(fc.tuple(silentOr(points), silentOr(points)), { maxLength })
    .map((pairs) => ({ earlier: pairs.map(([a]) => a), later: pairs.map(([, b]) => b) }));

/** Several items answered by the same experts, as ratings[item][expert]. */
export const itemsOn = (points: number) =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 })).chain(([items, experts]) =>
    fc.array(fc.array(silentOr(points, 12), { minLength: experts, maxLength: experts }), {
      minLength: items,
      maxLength: items,
    }),
  );

/** Counts of answers over a scale of 3 to 9 points. */
export const countsOfAnswers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 9 });

/** A cross-table of two rounds over 2 to 5 points. */
export const crossTables = fc.integer({ min: 2, max: 5 }).chain((points) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: points, maxLength: points }), {
    minLength: points,
    maxLength: points,
  }),
);

function silentOr(points: number, freq = 6) {
  return fc.option(fc.integer({ min: 1, max: points }), { freq });
}

/** A fixed change of places, so that a failure can be replayed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed >>> 0;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

export const mirrored = (answers: Answers, points: number): (number | null)[] =>
  answers.map((answer) => (answer === null ? null : points + 1 - answer));

/** All orders of a list. */
export function orders<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((head, at) =>
    orders(list.filter((_, index) => index !== at)).map((rest) => [head, ...rest]),
  );
}
