import { z } from "zod";
import { Estimates } from "./estimate";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { median } from "./quantile";

export const estimateChange = measure({
  name: "estimate-change",
  title: "Change of best guess and width",
  meaning: "Did the panel's best guess move, by the measure of its own uncertainty, and did it grow surer?",
  formula:
    "shiftPercent = 100·|medianLater − medianEarlier|/widthEarlier; widthChangePercent = 100·(widthLater − widthEarlier)/widthEarlier. A median is that of the best guesses, a width the median of upper − lower.",
  conventions: [
    "Standardise the confidence first.",
    "Each round over everybody who answered it.",
    "Where widthEarlier is 0, both are 0 if nothing changed and null otherwise. Null if a round is empty.",
  ],
  reading:
    "A best guess that moves by a tenth of the usual interval stays well within what the experts thought possible. Means the same for any unit and for dates.",
  source: "Our own; change of best guess and of width as in Hemming et al. 2018, Methods Ecol Evol 9:169.",
  input: z.strictObject({
    earlierEstimates: Estimates,
    laterEstimates: Estimates,
  }),
  figures: {
    earlierN: "experts who answered the earlier round",
    laterN: "experts who answered the later round",
    medianEarlier: "median of the best guesses of the earlier round",
    medianLater: "the same of the later round",
    widthEarlier: "median width of the earlier round's intervals",
    widthLater: "the same of the later round",
    shiftPercent: "by how much the median moved, in percent of the earlier width",
    widthChangePercent: "later − earlier width, in percent of the earlier one",
  },
  example: {
    input: {
      earlierEstimates: [
        { lower: 10, best: 20, upper: 40 },
        { lower: 20, best: 30, upper: 50 },
      ],
      laterEstimates: [{ lower: 15, best: 25, upper: 39 }, { lower: 20, best: 28, upper: 44 }, null],
    },
    value: {
      earlierN: 2,
      laterN: 2,
      medianEarlier: 25,
      medianLater: 26.5,
      widthEarlier: 30,
      widthLater: 24,
      shiftPercent: 5,
      widthChangePercent: -20,
    },
  },
  compute({ earlierEstimates, laterEstimates }) {
    const [before, after] = [centreAndWidth(earlierEstimates), centreAndWidth(laterEstimates)];
    return {
      earlierN: before.n,
      laterN: after.n,
      medianEarlier: before.middle,
      medianLater: after.middle,
      widthEarlier: before.width,
      widthLater: after.width,
      shiftPercent: shareOf(before.middle, after.middle, before.width, Math.abs),
      widthChangePercent: shareOf(before.width, after.width, before.width, (change) => change),
    };
  },
});

function centreAndWidth(estimates: z.infer<typeof Estimates>) {
  const given = estimates.filter((estimate) => estimate !== null);
  return {
    n: given.length,
    middle: median(given.map(({ best }) => best)),
    width: median(given.map(({ lower, upper }) => upper - lower)),
  };
}

function shareOf(
  before: number | null,
  after: number | null,
  width: number | null,
  sized: (change: number) => number,
): number | null {
  if (before === null || after === null || width === null) return null;
  const change = nineDecimals(after - before);
  if (nineDecimals(width) === 0) return change === 0 ? 0 : null;
  return (100 * sized(change)) / width;
}
