import { measure } from "./measure";
import { ballotsOf, orderBy, RANKING_CONVENTIONS, Rankings, TENNESSEE, totalWeight } from "./ranking";
import { sum } from "./sum";

export const meanRank = measure({
  name: "mean-rank",
  title: "Average rank",
  meaning: "On which place do the experts put each item on average?",
  formula: "Weighted mean of mid-ranks; rankedBy = weight of the experts who gave the item a rank.",
  conventions: [
    ...RANKING_CONVENTIONS,
    "With “missing”, the mean is null for an item nobody ranked. order lists groups of tied items, best first.",
  ],
  reading: "The lower the better. Read it with Kendall's W: a mean rank hides whether the experts agree.",
  source: "Schmidt 1997, Decision Sciences 28:763.",
  input: Rankings,
  figures: {
    experts: "total weight used",
    rankedBy: "for each item, the weight of the experts who gave it a rank",
    meanRanks: "each item's mean rank",
    order: "groups of tied items, best first",
  },
  example: {
    note: "The Tennessee capital: Memphis, Nashville, Chattanooga, Knoxville.",
    input: TENNESSEE,
    value: {
      experts: 100,
      rankedBy: [100, 100, 100, 100],
      meanRanks: [2.74, 2.06, 2.27, 2.93],
      order: [[1], [2], [0], [3]],
    },
  },
  compute(rankings) {
    const ballots = ballotsOf(rankings);
    const experts = totalWeight(ballots);
    const rankedBy = rankings.ranks.map((_, item) =>
      totalWeight(ballots.filter(({ ranked }) => ranked[item])),
    );
    if (experts === 0) return { experts, rankedBy, meanRanks: null, order: null };
    const meanRanks = rankings.ranks.map((_, item) => {
      const taking = ballots.filter(({ midRanks }) => midRanks[item] !== null);
      if (taking.length === 0) return null;
      return sum(taking.map(({ weight, midRanks }) => weight * midRanks[item]!)) / totalWeight(taking);
    });
    return { experts, rankedBy, meanRanks, order: orderBy(meanRanks) };
  },
});
