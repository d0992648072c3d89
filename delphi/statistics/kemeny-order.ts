import { measure } from "./measure";
import { ballotsOf, preferencesOf, RANKING_CONVENTIONS, Rankings, TENNESSEE, totalWeight } from "./ranking";
import { sum } from "./sum";

const EXACT_UP_TO = 16;
const LISTED = 24;

export const kemenyOrder = measure({
  name: "kemeny-order",
  title: "The order closest to all experts",
  meaning: "Which order of the items contradicts the experts least?",
  formula:
    "A strict order's agreements = Σ preferences[a][b] over a before b; its disagreements = Σ preferences[b][a]. orders = those with most agreements, optimalOrders how many there are, listed lexicographically by item index, the first 24.",
  conventions: [
    ...RANKING_CONVENTIONS,
    "Exact for up to 16 items (dynamic programming over subsets); beyond that all but experts is null.",
  ],
  reading: "More than one optimum: say so, and show what they share.",
  source: "Kemeny 1959, Daedalus 88:577; Young & Levenglick 1978, SIAM J Appl Math 35:285.",
  input: Rankings,
  figures: {
    experts: "total weight used",
    agreements: "pairwise preferences that a best order agrees with",
    disagreements: "pairwise preferences that it contradicts",
    optimalOrders: "how many orders are equally good",
    orders: "the best orders, at most 24 of them",
  },
  example: {
    note: "The Tennessee capital: Memphis, Nashville, Chattanooga, Knoxville.",
    input: TENNESSEE,
    value: { experts: 100, agreements: 393, disagreements: 207, optimalOrders: 1, orders: [[1, 2, 3, 0]] },
  },
  compute(rankings) {
    const ballots = ballotsOf(rankings);
    const experts = totalWeight(ballots);
    const items = rankings.ranks.length;
    if (experts === 0 || items > EXACT_UP_TO)
      return { experts, agreements: null, disagreements: null, optimalOrders: null, orders: null };
    const preferences = preferencesOf(ballots, items);
    const plan = bestOrders(preferences);
    const agreements = plan.agreements.at(-1)!;
    return {
      experts,
      agreements,
      disagreements: sum(preferences.flat()) - agreements,
      optimalOrders: plan.ways.at(-1)!,
      orders: listOrders(plan, items),
    };
  },
});

/** For every set of items (as bits): the most agreements an order of them has, in how many orders, and their heads. */
type Plan = {
  readonly agreements: Float64Array;
  readonly ways: Float64Array;
  readonly heads: Uint32Array;
};

function bestOrders(preferences: readonly (readonly number[])[]): Plan {
  const sets = 1 << preferences.length;
  const agreements = new Float64Array(sets);
  const ways = new Float64Array(sets);
  const heads = new Uint32Array(sets);
  const gains = preferences.map(gainsOverSets);
  ways[0] = 1;
  for (let set = 1; set < sets; set++) {
    agreements[set] = -1;
    for (let head = 0; head < gains.length; head++) {
      const rest = set & ~(1 << head);
      if (rest === set) continue;
      const gained = agreements[rest]! + gains[head]![rest]!;
      if (gained < agreements[set]!) continue;
      if (gained > agreements[set]!) {
        agreements[set] = gained;
        ways[set] = 0;
        heads[set] = 0;
      }
      ways[set]! += ways[rest]!;
      heads[set]! |= 1 << head;
    }
  }
  return { agreements, ways, heads };
}

/** For every set of items, the preferences for one item over all of them: one more item at a time. */
function gainsOverSets(preferred: readonly number[]): Float64Array {
  const gains = new Float64Array(1 << preferred.length);
  for (let set = 1; set < gains.length; set++) {
    const others = set & (set - 1);
    gains[set] = gains[others]! + preferred[31 - Math.clz32(set ^ others)]!;
  }
  return gains;
}

/** The first best orders in lexicographic order of their item indexes. */
function listOrders({ heads }: Plan, items: number): number[][] {
  const orders: number[][] = [];
  const extend = (order: readonly number[], set: number): void => {
    if (set === 0) orders.push([...order]);
    for (let head = 0; head < items && orders.length < LISTED; head++)
      if (heads[set]! & (1 << head)) extend([...order, head], set & ~(1 << head));
  };
  extend([], (1 << items) - 1);
  return orders;
}
