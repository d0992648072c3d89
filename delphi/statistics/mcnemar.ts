import { z } from "zod";
import { CrossTable } from "./input";
import { measure } from "./measure";
import { total } from "./table";
import { chiSquareTail } from "./tail";

/** With fewer changes than this the binomial distribution is used itself. */
const CHI_SQUARE_FROM = 25;

export const mcnemar = measure({
  name: "mcnemar",
  title: "Did the share saying yes change?",
  meaning: "Between two rounds, did more experts switch one way than the other?",
  formula:
    "With b = table[0][1] and c = table[1][0]: chiSquare = (b − c)²/(b + c), without continuity correction. exact if b + c < 25: min(1, 2·P(X ≤ min(b, c))), X binomial(b + c, ½); otherwise the χ² tail with 1 df.",
  conventions: [
    "chiSquare, method and p are null if nobody changed.",
    "chiSquare is given for every table, also where p is exact.",
    "The exact p is that of the conditional test, which errs towards “no change”. Fagerland et al. prefer its mid-p form, which is this p less the chance of exactly min(b, c) switches.",
  ],
  reading: "A small p says that the switches were one-sided; the size of the change is the share itself.",
  source:
    "McNemar 1947, Psychometrika 12:153; Fagerland et al. 2013, BMC Med Res Methodol 13:91. Example: Agresti 1990, p. 350.",
  input: z.strictObject({
    table: CrossTable.refine((table) => table.length === 2, {
      message: "The table must have 2 rows and 2 columns.",
    }).describe(
      "how many experts gave each pair of answers: rows no and yes in the earlier round, columns no and yes in the later",
    ),
  }),
  figures: {
    pairs: "experts who answered both rounds",
    changed: "experts who switched",
    chiSquare: "McNemar's statistic",
    method: "exact or chi-square: where p comes from",
    p: "two-sided",
  },
  example: {
    input: {
      table: [
        [794, 86],
        [150, 570],
      ],
    },
    value: {
      pairs: 1600,
      changed: 236,
      chiSquare: 17.3559322034,
      method: "chi-square",
      p: 3.09929344105e-5,
    },
  },
  compute({ table }) {
    const b = table[0]![1]!;
    const c = table[1]![0]!;
    return { pairs: total(table), changed: b + c, ...testOf(b, c) };
  },
});

type Test = { chiSquare: number | null; method: "exact" | "chi-square" | null; p: number | null };

function testOf(b: number, c: number): Test {
  const changed = b + c;
  if (changed === 0) return { chiSquare: null, method: null, p: null };
  const chiSquare = (b - c) ** 2 / changed;
  if (changed >= CHI_SQUARE_FROM) return { chiSquare, method: "chi-square", p: chiSquareTail(chiSquare, 1) };
  return { chiSquare, method: "exact", p: Math.min(1, 2 * binomialTail(Math.min(b, c), changed)) };
}

/** P(X ≤ most) for X binomial(n, ½). */
function binomialTail(most: number, n: number): number {
  let ways = 1;
  let upToHere = 0;
  for (let k = 0; k <= most; k++) {
    upToHere += ways;
    ways *= (n - k) / (k + 1);
  }
  return upToHere / 2 ** n;
}
