import { measure } from "./measure";
import { ballotsOf, preferencesOf, RANKING_CONVENTIONS, Rankings, TENNESSEE, totalWeight } from "./ranking";

export const condorcet = measure({
  name: "condorcet",
  title: "Pairwise majorities",
  meaning: "Which item would win against every other, two at a time?",
  formula:
    "preferences[a][b] = weight of the experts who put a before b (0 on the diagonal; a tie counts for neither). a beats b if preferences[a][b] > preferences[b][a]. winner beats all others; copeland = wins − losses; cycle = whether “beats” contains a cycle.",
  conventions: [...RANKING_CONVENTIONS, "winner is null if no item beats all others."],
  reading: "A cycle means that the panel has no order, although each expert has one.",
  source: "Condorcet 1785, Essai sur l'application de l'analyse; Copeland 1951.",
  input: Rankings,
  figures: {
    experts: "total weight used",
    preferences: "preferences[a][b]: the weight of the experts who put a before b",
    winner: "the item that beats all others",
    copeland: "each item's wins − losses",
    cycle: "whether the majorities go round in a circle",
  },
  example: {
    note: "The Tennessee capital: Memphis, Nashville, Chattanooga, Knoxville.",
    input: TENNESSEE,
    value: {
      experts: 100,
      preferences: [
        [0, 42, 42, 42],
        [58, 0, 68, 68],
        [58, 32, 0, 83],
        [58, 32, 17, 0],
      ],
      winner: 1,
      copeland: [-3, 3, 1, -1],
      cycle: false,
    },
  },
  compute(rankings) {
    const ballots = ballotsOf(rankings);
    const experts = totalWeight(ballots);
    if (experts === 0) return { experts, preferences: null, winner: null, copeland: null, cycle: null };
    const items = rankings.ranks.map((_, item) => item);
    const preferences = preferencesOf(ballots, items.length);
    const beats = (a: number, b: number) => preferences[a]![b]! > preferences[b]![a]!;
    const wins = (a: number) => items.filter((b) => beats(a, b)).length;
    const losses = (a: number) => items.filter((b) => beats(b, a)).length;
    return {
      experts,
      preferences,
      winner: items.find((a) => wins(a) === items.length - 1) ?? null,
      copeland: items.map((a) => wins(a) - losses(a)),
      cycle: hasCycle(items, beats),
    };
  },
});

/** Takes away unbeaten items until none is left, or only items that are all beaten by one of them. */
function hasCycle(items: readonly number[], beats: (a: number, b: number) => boolean): boolean {
  const beaten = items.filter((b) => items.some((a) => beats(a, b)));
  if (beaten.length === 0) return false;
  return beaten.length === items.length || hasCycle(beaten, beats);
}
