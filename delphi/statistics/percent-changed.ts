import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { median } from "./quantile";
import { answered, pairsOf, RatingPairs } from "./rating-pairs";
import { mean, percent } from "./sum";

export const percentChanged = measure({
  name: "percent-changed",
  title: "Experts who changed their answer",
  meaning: "How many experts changed their answer, and which way?",
  formula:
    "changedPercent = 100·changed/pairs. towardMedianPercent = of those who changed, the share now closer to the earlier median (of everybody who answered the earlier round). meanChange and meanAbsoluteChange run over all pairs; change is later − earlier.",
  conventions: [
    "Pairs are the experts who answered both rounds; onlyEarlier and onlyLater count the others.",
    "Percentages and means are null without pairs; towardMedianPercent also if nobody changed.",
    "Changes and distances are compared to 9 decimals.",
  ],
  reading:
    "15–20% or less is commonly taken as stable, by analogy with the 15% that Scheibe et al. give for the net change of the distribution. A move toward the median can be conformity.",
  source:
    "von der Gracht 2012, TFSC 79:1525; Scheibe, Skutsch & Schofer 1975, in Linstone & Turoff, The Delphi Method.",
  input: RatingPairs,
  figures: {
    pairs: "experts who answered both rounds",
    onlyEarlier: "experts who answered the earlier round only",
    onlyLater: "experts who answered the later round only",
    changed: "experts who changed their answer",
    changedPercent: "share of the pairs who changed, in percent",
    towardMedianPercent: "share of those who changed that moved closer to the earlier median, in percent",
    meanChange: "mean of later − earlier",
    meanAbsoluteChange: "mean size of the change",
  },
  example: {
    input: { earlier: [4, 4, 4, 4, 5], later: [3, 4, 5, 4, 4] },
    value: {
      pairs: 5,
      onlyEarlier: 0,
      onlyLater: 0,
      changed: 3,
      changedPercent: 60,
      towardMedianPercent: 33.3333333333,
      meanChange: -0.2,
      meanAbsoluteChange: 0.6,
    },
  },
  compute({ earlier, later }) {
    const pairs = pairsOf({ earlier, later });
    const earlierMedian = median(answered(earlier)) ?? 0;
    const distance = (rating: number) => nineDecimals(Math.abs(rating - earlierMedian));
    const changes = pairs.map(([before, after]) => after - before);
    const changers = pairs.filter(([before, after]) => nineDecimals(after - before) !== 0);
    const closer = changers.filter(([before, after]) => distance(after) < distance(before)).length;
    return {
      pairs: pairs.length,
      onlyEarlier: answered(earlier).length - pairs.length,
      onlyLater: answered(later).length - pairs.length,
      changed: changers.length,
      changedPercent: percent(changers.length, pairs.length),
      towardMedianPercent: percent(closer, changers.length),
      meanChange: mean(changes),
      meanAbsoluteChange: mean(changes.map(Math.abs)),
    };
  },
});
