import { z } from "zod";
import { Matrix } from "./input";
import { measure } from "./measure";
import { answered } from "./rating-pairs";
import { sum } from "./sum";

const PATIENTS =
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";

export const fleissKappa = measure({
  name: "fleiss-kappa",
  title: "Agreement on unordered categories beyond chance",
  meaning: "Do the experts put the items into the same categories, beyond what chance would produce?",
  formula:
    "observedAgreement = mean over items with n_i ≥ 2 ratings of Σ_k n_ik(n_ik − 1)/(n_i(n_i − 1)). expectedAgreement = Σ_k p_k², p_k = mean over items with n_i ≥ 1 of n_ik/n_i. kappa = (observed − expected)/(1 − expected).",
  conventions: [
    "items counts those with two or more ratings.",
    "With complete data this is Fleiss; with missing ratings Gwet's generalisation.",
    "The three figures are null below two items; kappa also if all ratings fall in one category.",
  ],
  reading:
    "Below 0 poor, 0–0.20 slight, 0.21–0.40 fair, 0.41–0.60 moderate, 0.61–0.80 substantial, above that almost perfect (Landis & Koch 1977, Biometrics 33:159, arbitrary by their own words). Low when one category prevails, however often the experts agree.",
  source: "Fleiss 1971, Psychol Bull 76:378; Gwet 2014, Handbook of Inter-Rater Reliability.",
  input: z.strictObject({
    ratings: Matrix.describe(
      "one row for each item, in it each expert's category as a number, null for no answer; rows equally long",
    ),
  }),
  figures: {
    items: "items with two or more ratings",
    observedAgreement: "share of pairs of ratings that agree",
    expectedAgreement: "the same if categories were given by chance",
    kappa: "agreement beyond chance, 1 at most",
  },
  example: {
    note: "Fleiss 1971: 30 patients, 6 psychiatrists.",
    input: { ratings: PATIENTS.split(" ").map((patient) => [...patient].map(Number)) },
    value: {
      items: 30,
      observedAgreement: 0.555555555556,
      expectedAgreement: 0.219938271605,
      kappa: 0.43024452006,
    },
  },
  compute({ ratings }) {
    const rated = ratings.map(answered).filter((item) => item.length >= 1);
    const paired = rated.filter((item) => item.length >= 2);
    const items = paired.length;
    if (items < 2) return { items, observedAgreement: null, expectedAgreement: null, kappa: null };
    const observed = sum(paired.map(agreement)) / items;
    const shares = meanShares(rated);
    const expected = sum(shares.map((share) => share ** 2));
    return {
      items,
      observedAgreement: observed,
      expectedAgreement: expected,
      kappa: shares.length === 1 ? null : (observed - expected) / (1 - expected),
    };
  },
});

/** The share of this item's ordered pairs of ratings that name the same category. */
function agreement(item: readonly number[]): number {
  const counts = [...countsOf(item).values()];
  return sum(counts.map((count) => count * (count - 1))) / (item.length * (item.length - 1));
}

/** For each category, the mean over the items of its share among the item's ratings. */
function meanShares(items: readonly (readonly number[])[]): number[] {
  const shares = new Map<number, number>();
  for (const item of items)
    for (const [category, count] of countsOf(item))
      shares.set(category, (shares.get(category) ?? 0) + count / item.length);
  return [...shares.values()].map((share) => share / items.length);
}

function countsOf(item: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const category of item) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}
