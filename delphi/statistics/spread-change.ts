import { z } from "zod";
import { firstProblem, lengthsApart, QuantileTypeChoice } from "./input";
import { quartiles, variationCoefficient } from "./location-and-spread";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { ascending, medianOfSorted, type QuantileType } from "./quantile";
import { answered, TwoRounds } from "./rating-pairs";

export const spreadChange = measure({
  name: "spread-change",
  title: "Change of median, IQR and coefficient of variation",
  meaning: "Did the panel move, and did it draw closer together?",
  formula:
    "Each round over everybody who answered it; changes are later − earlier. relativeIqrChange = (iqrLater − iqrEarlier)/iqrEarlier. iqr and cv as in location-and-spread.",
  conventions: [
    "A change is null where either of its rounds is; relativeIqrChange also if iqrEarlier = 0.",
    "quantileType is 7 unless stated.",
  ],
  reading:
    "|cvChange| ≤ 0.1 (some: 0.2) and |relativeIqrChange| ≤ 0.2–0.3 are taken as stable. The last is unstable itself where iqrEarlier is small: from 0.5 to 1 is +100%. Repeat on those who answered every round, to tell convergence from attrition.",
  source:
    "Dajani et al. 1979, TFSC 13:83; Shah & Kalaian 2009, J Mod Appl Stat Methods 8:226; Ray & Sahu 1990, Int J Oper Prod Manag 10(5):25.",
  input: z
    .strictObject({ ...TwoRounds, quantileType: QuantileTypeChoice })
    .check(firstProblem(lengthsApart("earlier", "later"))),
  figures: {
    medianEarlier: "median of the earlier round",
    medianLater: "median of the later round",
    medianChange: "later − earlier",
    iqrEarlier: "interquartile range of the earlier round",
    iqrLater: "interquartile range of the later round",
    relativeIqrChange: "change of the IQR as a share of the earlier one",
    cvEarlier: "coefficient of variation of the earlier round",
    cvLater: "coefficient of variation of the later round",
    cvChange: "later − earlier",
  },
  example: {
    input: { earlier: [1, 2, 3, 4, 5, 4, 3, null], later: [3, 3, 3, 4, 4, 4, 3, 4] },
    value: {
      medianEarlier: 3,
      medianLater: 3.5,
      medianChange: 0.5,
      iqrEarlier: 1.5,
      iqrLater: 1,
      relativeIqrChange: -0.333333333333,
      cvEarlier: 0.428013542177,
      cvLater: 0.152720709664,
      cvChange: -0.275292832512,
    },
  },
  compute({ earlier, later, quantileType }) {
    const before = centreAndSpread(earlier, quantileType);
    const after = centreAndSpread(later, quantileType);
    const iqrChange = difference(after.iqr, before.iqr);
    return {
      medianEarlier: before.median,
      medianLater: after.median,
      medianChange: difference(after.median, before.median),
      iqrEarlier: before.iqr,
      iqrLater: after.iqr,
      relativeIqrChange:
        iqrChange === null || nineDecimals(before.iqr!) === 0 ? null : iqrChange / before.iqr!,
      cvEarlier: before.cv,
      cvLater: after.cv,
      cvChange: difference(after.cv, before.cv),
    };
  },
});

function centreAndSpread(ratings: readonly (number | null)[], quantileType: QuantileType) {
  const sorted = ascending(answered(ratings));
  return {
    median: medianOfSorted(sorted),
    iqr: quartiles(sorted, quantileType).iqr,
    cv: variationCoefficient(sorted),
  };
}

function difference(later: number | null, earlier: number | null): number | null {
  return later === null || earlier === null ? null : later - earlier;
}
