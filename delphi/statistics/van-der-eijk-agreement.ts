import { z } from "zod";
import { Counts } from "./input";
import { measure } from "./measure";
import { ascending } from "./quantile";
import { sum } from "./sum";

export const vanDerEijkAgreement = measure({
  name: "van-der-eijk-agreement",
  title: "Agreement (A) and polarization",
  meaning: "Do the answers form one peak, spread evenly, or split to both ends?",
  formula:
    "Peel the distribution: while a count is left, take the smallest non-zero count c from every non-zero point; the layer is the 0/1 pattern of those S points, with weight S·c/n. A = Σ weight·A_layer; polarization = (1 − A)/2. A_layer = 1 for S = 1, else U·(1 − (S − 1)/(K − 1)), U = ((K − 2)·TU − (K − 1)·TDU)/((K − 2)·(TU + TDU)), counting over all triples of points i < j < k (not only neighbours) TU = patterns 110 and 011, TDU = pattern 101; U = 0 if there are none.",
  conventions: [
    "Both figures are null without answers and for fewer than three points.",
    "The sorted distinct counts are the levels, so that no rounding residue becomes a layer.",
  ],
  reading:
    "1 one point, 0 uniform, −1 half the panel at each extreme. Be warned when percent agreement passes but A is below 0.4; that limit is ours.",
  source: "van der Eijk 2001, Quality & Quantity 35:325 (example p. 331).",
  input: z.strictObject({ counts: Counts }),
  figures: {
    n: "sum of the counts",
    agreement: "A, −1 to 1",
    polarization: "0 one point, ½ uniform, 1 two extremes",
  },
  example: {
    input: { counts: [30, 40, 210, 130, 530, 50, 10] },
    value: { n: 1000, agreement: 0.611333333333, polarization: 0.194333333333 },
  },
  compute({ counts }) {
    const n = sum(counts);
    if (n === 0 || counts.length < 3) return { n, agreement: null, polarization: null };
    const agreement = sum(
      levels(counts).map(({ height, used }) => (used.filter(Boolean).length * height * ofLayer(used)) / n),
    );
    return { n, agreement, polarization: (1 - agreement) / 2 };
  },
});

type Layer = { readonly height: number; readonly used: readonly boolean[] };

function levels(counts: readonly number[]): Layer[] {
  const tops = ascending([...new Set(counts)].filter((count) => count > 0));
  return tops.map((top, at) => ({
    height: top - (tops[at - 1] ?? 0),
    used: counts.map((count) => count >= top),
  }));
}

/** Every triple with exactly two used points has one unused point: count around it instead of over triples. */
function ofLayer(used: readonly boolean[]): number {
  const K = used.length;
  const S = used.filter(Boolean).length;
  if (S === 1) return 1;
  let before = 0;
  let tu = 0;
  let tdu = 0;
  for (const isUsed of used) {
    const after = S - before;
    if (isUsed) before++;
    else {
      tu += (before * (before - 1)) / 2 + (after * (after - 1)) / 2;
      tdu += before * after;
    }
  }
  const unimodality = tu + tdu === 0 ? 0 : ((K - 2) * tu - (K - 1) * tdu) / ((K - 2) * (tu + tdu));
  return unimodality * (1 - (S - 1) / (K - 1));
}
