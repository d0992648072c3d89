import { z } from "zod";
import { type CompleteBlock, completeBlock } from "./complete-block";
import { Matrix } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { sum } from "./sum";

export const intraclassCorrelation = measure({
  name: "intraclass-correlation",
  title: "Reliability of one expert and of the panel mean (ICC)",
  meaning: "How much of the variation lies between the items rather than between the experts?",
  formula:
    "Two-way mean squares of items MSR, experts MSC, error MSE; n items, k experts. agreement: single = (MSR − MSE)/(MSR + (k − 1)MSE + k(MSC − MSE)/n), average = (MSR − MSE)/(MSR + (MSC − MSE)/n). consistency: single = (MSR − MSE)/(MSR + (k − 1)MSE), average = (MSR − MSE)/MSR (Cronbach's alpha).",
  conventions: [
    "agreement is ICC(A,1) and ICC(A,k) of McGraw & Wong, ICC(2,1) and ICC(2,k) of Shrout & Fleiss: experts drawn at random. consistency is ICC(C,1) and ICC(C,k), ICC(3,1) and ICC(3,k): differences of level between experts do not count.",
    "An expert with no rating at all is left out first; then every item that some remaining expert left open.",
    "Null below 2 items or 2 experts, without variation, or where the denominator is not positive (to 9 decimals). Negative values stay.",
  ],
  reading:
    "Below 0.5 poor, 0.5–0.75 moderate, 0.75–0.9 good, above 0.9 excellent (Koo & Li 2016, J Chiropr Med 15:155, who apply these to the confidence interval, which is not computed here).",
  source:
    "Shrout & Fleiss 1979, Psychol Bull 86:420 (example table 2: ICC(2,1) 0.29, ICC(2,4) 0.62); McGraw & Wong 1996, Psychol Methods 1:30.",
  input: z.strictObject({
    ratings: Matrix,
    form: z
      .enum(["agreement", "consistency"])
      .describe("agreement counts a severe expert as error, consistency does not"),
  }),
  figures: {
    items: "items used",
    experts: "experts used",
    single: "reliability of one expert",
    average: "reliability of the mean of all experts used",
  },
  example: {
    input: {
      ratings: [
        [9, 2, 5, 8],
        [6, 1, 3, 2],
        [8, 4, 6, 8],
        [7, 1, 2, 6],
        [10, 5, 6, 9],
        [6, 2, 4, 7],
      ],
      form: "agreement",
    },
    value: { items: 6, experts: 4, single: 0.289763779528, average: 0.620050547599 },
  },
  compute({ ratings, form }) {
    const block = completeBlock(ratings);
    const counts = { items: block.rows.length, experts: block.experts };
    if (counts.items < 2 || counts.experts < 2) return { ...counts, single: null, average: null };
    const { msr, msc, mse } = meanSquares(block);
    const k = counts.experts;
    const severity = form === "agreement" ? (msc - mse) / counts.items : 0;
    return {
      ...counts,
      single: quotient(msr - mse, msr + (k - 1) * mse + k * severity),
      average: quotient(msr - mse, msr + severity),
    };
  },
});

/** Mean squares of a two-way layout with one rating in each cell. */
function meanSquares({ rows, experts: k }: CompleteBlock) {
  const n = rows.length;
  const grand = sum(rows.map(sum)) / (n * k);
  const centred = rows.map((row) => row.map((x) => x - grand));
  const itemMeans = centred.map((row) => sum(row) / k);
  const expertMeans = Array.from({ length: k }, (_, j) => sum(centred.map((row) => row[j]!)) / n);
  const errors = centred.flatMap((row, i) => row.map((x, j) => (x - itemMeans[i]! - expertMeans[j]!) ** 2));
  return {
    msr: (k * sum(itemMeans.map((x) => x * x))) / (n - 1),
    msc: (n * sum(expertMeans.map((x) => x * x))) / (k - 1),
    mse: sum(errors) / ((n - 1) * (k - 1)),
  };
}

function quotient(part: number, whole: number): number | null {
  return nineDecimals(whole) > 0 ? part / whole : null;
}
