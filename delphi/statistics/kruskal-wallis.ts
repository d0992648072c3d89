import { z } from "zod";
import { Ratings } from "./input";
import { measure } from "./measure";
import { median } from "./quantile";
import { midRanks, tieTerm } from "./ranks";
import { answered } from "./rating-pairs";
import { sum } from "./sum";
import { chiSquareTail } from "./tail";

export const kruskalWallis = measure({
  name: "kruskal-wallis",
  title: "Do stakeholder groups rate differently?",
  meaning: "Do the ratings of at least one group tend to lie above or below those of the others?",
  formula:
    "h = (12/(N(N + 1))·Σ R_g²/n_g − 3(N + 1))/(1 − tie term/(N³ − N)); df = non-empty groups − 1; χ² tail.",
  conventions: [
    "Empty groups drop out (their median is null).",
    "h, df and p are null with fewer than two groups left or all ratings equal.",
  ],
  reading:
    "A small p says that the groups differ somewhere; read the medians. With fewer than five ratings in a group p is rough.",
  source: "Kruskal & Wallis 1952, JASA 47:583. Example: Hollander & Wolfe 1973, p. 116.",
  input: z.strictObject({
    groups: z
      .array(Ratings)
      .min(2)
      .readonly()
      .describe("one list of ratings for each group, of any length; null for no answer"),
  }),
  figures: {
    n: "answers of all groups",
    medians: "each group's median, null for an empty group",
    h: "the statistic, corrected for ties",
    df: "degrees of freedom",
    p: "upper tail of χ²",
  },
  example: {
    input: {
      groups: [
        [2.9, 3, 2.5, 2.6, 3.2],
        [3.8, 2.7, 4, 2.4],
        [2.8, 3.4, 3.7, 2.2, 2],
      ],
    },
    value: { n: 14, medians: [2.9, 3.25, 2.8], h: 0.771428571429, df: 2, p: 0.679964773579 },
  },
  compute({ groups }) {
    const ratings = groups.map(answered);
    return { n: ratings.flat().length, medians: ratings.map(median), ...testOf(ratings) };
  },
});

type Test = { h: number | null; df: number | null; p: number | null };

function testOf(ratings: readonly (readonly number[])[]): Test {
  const groups = ratings.filter((group) => group.length > 0);
  const all = groups.flat();
  if (groups.length < 2 || new Set(all).size === 1) return { h: null, df: null, p: null };
  const N = all.length;
  const ranks = midRanks(all);
  const labels = groups.flatMap((group, label) => group.map(() => label));
  // Σ R_g²/n_g around the mean rank, so that nothing large cancels.
  const between = sum(
    groups.map((group, label) => {
      const rankSum = sum(ranks.filter((_, at) => labels[at] === label));
      return (rankSum - (group.length * (N + 1)) / 2) ** 2 / group.length;
    }),
  );
  const h = ((12 / (N * (N + 1))) * between) / (1 - tieTerm(all) / (N ** 3 - N));
  const df = groups.length - 1;
  return { h, df, p: chiSquareTail(h, df) };
}
