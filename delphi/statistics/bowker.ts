import { z } from "zod";
import { CrossTable } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";
import { total } from "./table";
import { chiSquareTail } from "./tail";

export const bowker = measure({
  name: "bowker",
  title: "Were changes between scale points lopsided?",
  meaning: "For each pair of points, did as many experts change one way as the other?",
  formula:
    "Σ_{i<j} (n_ij − n_ji)²/(n_ij + n_ji) over pairs of points with n_ij + n_ji > 0; df = number of those pairs; χ² tail.",
  conventions: [
    "chiSquare, df and p are null if nobody changed.",
    "changed counts the experts off the diagonal.",
    "Pairs of points between which nobody moved do not count in df; some programs count K(K − 1)/2 whatever happened.",
  ],
  reading:
    "A small p says that changes between some points were one-sided. It says nothing about how many changed.",
  source: "Bowker 1948, JASA 43:572. Example data: Stuart 1955, Biometrika 42:412.",
  input: z.strictObject({ table: CrossTable }),
  figures: {
    pairs: "experts who answered both rounds",
    changed: "experts who changed their answer",
    chiSquare: "Bowker's statistic",
    df: "pairs of points between which anyone changed",
    p: "upper tail of χ²",
  },
  example: {
    input: {
      table: [
        [1520, 266, 124, 66],
        [234, 1512, 432, 78],
        [117, 362, 1772, 205],
        [36, 82, 179, 492],
      ],
    },
    value: { pairs: 7477, changed: 2181, chiSquare: 19.1065502153, df: 6, p: 0.00398741984043 },
  },
  compute({ table }) {
    const pairs = total(table);
    const opposites = table.flatMap((row, i) =>
      row.flatMap((count, j) =>
        i < j && count + table[j]![i]! > 0 ? [[count, table[j]![i]!] as const] : [],
      ),
    );
    const changed = sum(opposites.map(([up, down]) => up + down));
    if (changed === 0) return { pairs, changed, chiSquare: null, df: null, p: null };
    const chiSquare = sum(opposites.map(([up, down]) => (up - down) ** 2 / (up + down)));
    const df = opposites.length;
    return { pairs, changed, chiSquare, df, p: chiSquareTail(chiSquare, df) };
  },
});
