import { measure } from "./measure";
import { ballotsOf, orderBy, RANKING_CONVENTIONS, Rankings, TENNESSEE, totalWeight } from "./ranking";
import { sum } from "./sum";

export const bordaCount = measure({
  name: "borda-count",
  title: "Borda points",
  meaning: "Which item stands above how many others, over all experts?",
  formula:
    "An expert gives an item one point for every item placed below it and half a point for every tie: (items taking part) − mid-rank.",
  conventions: [
    ...RANKING_CONVENTIONS,
    "With “missing”, an item nobody ranked has 0 points. order lists groups of tied items, most points first.",
  ],
  reading:
    "The more points the better. With “missing”, items that few experts ranked get few points: read rankedBy of mean-rank beside it.",
  source: "Borda 1781, Mémoire sur les élections au scrutin. Example: 126, 194, 173, 107.",
  input: Rankings,
  figures: {
    experts: "total weight used",
    points: "each item's points",
    order: "groups of tied items, most points first",
  },
  example: {
    note: "The Tennessee capital: Memphis, Nashville, Chattanooga, Knoxville.",
    input: TENNESSEE,
    value: { experts: 100, points: [126, 194, 173, 107], order: [[1], [2], [0], [3]] },
  },
  compute(rankings) {
    const ballots = ballotsOf(rankings);
    const experts = totalWeight(ballots);
    if (experts === 0) return { experts, points: null, order: null };
    const points = rankings.ranks.map((_, item) =>
      sum(
        ballots.map(({ weight, midRanks }) => {
          const place = midRanks[item]!;
          return place === null ? 0 : weight * (midRanks.filter((rank) => rank !== null).length - place);
        }),
      ),
    );
    return { experts, points, order: orderBy(points.map((of) => -of)) };
  },
});
