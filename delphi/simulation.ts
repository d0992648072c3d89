import { type Answer, placeOf } from "./answer";
import { type Item, isAnsweredAsOne, type Part, ratedParts } from "./item";
import { scaleValues } from "./scale";
import { abstainedFrom, firstAsOne, nextAsOne } from "./simulate-as-one";

/** Draws from [0, 1); the caller brings it, so that a simulation can be repeated. */
export type Random = () => number;

/** What experts at the two ends of the debate tend to answer on a part, as shares of its scale (0 to 1). */
export type Tendency = { readonly place: string; readonly low: number; readonly high: number };

/** `lean` is where a simulated expert stands in the debate, from 0 to 1. */
export type SimulatedExpert = { readonly lean: number };

export type SimulationSettings = {
  /** Standard deviation of an answer around its tendency, as a share of the scale. */
  readonly spread: number;
  /** Chance that an expert who stands apart from the panel's median moves one step towards it. */
  readonly convergence: number;
  /** Chance of "outside my expertise". */
  readonly abstaining: number;
};

/** Marsaglia's polar method: a normal deviate from two uniform ones. */
function normal(random: Random): number {
  for (;;) {
    const [u, v] = [2 * random() - 1, 2 * random() - 1];
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Tendencies for a study that nobody described: some parts divide the panel, some unite it. */
export const drawTendencies = (items: readonly Item[], random: Random): readonly Tendency[] =>
  items.flatMap((item) =>
    ratedParts(item).map((part) => {
      const middle = 0.25 + 0.5 * random();
      const divide = random() < 0.35 ? 0.35 * (random() < 0.5 ? -1 : 1) : 0.1 * (random() - 0.5);
      return {
        place: placeOf({ item: item.id, part: part.id }),
        low: middle - divide,
        high: middle + divide,
      };
    }),
  );

/** A first round's answers of one simulated expert. Simulated answers belong to studies that carry the mark. */
export function simulateFirst(
  items: readonly Item[],
  expert: SimulatedExpert,
  tendencies: readonly Tendency[],
  settings: SimulationSettings,
  random: Random,
): readonly Answer[] {
  const shareOf = (item: Item, part: Part): number => {
    const place = placeOf({ item: item.id, part: part.id });
    const tendency = tendencies.find((one) => one.place === place) ?? { low: 0.5, high: 0.5 };
    const share =
      tendency.low + (tendency.high - tendency.low) * expert.lean + settings.spread * normal(random);
    return Math.min(1, Math.max(0, share));
  };
  return eachItem(
    items,
    (item) =>
      random() < settings.abstaining
        ? abstainedFrom(item)
        : firstAsOne(
            item,
            ratedParts(item).map((part) => shareOf(item, part)),
          ),
    (item, part) => {
      if (item.kind === "option" && random() < settings.abstaining) return null;
      const values = scaleValues(part.scale);
      return values[Math.round(shareOf(item, part) * (values.length - 1))]!;
    },
  );
}

/** A later round's answers: the earlier ones, some moved a step towards the median that the expert was shown. */
export function simulateNext(
  items: readonly Item[],
  earlier: ReadonlyMap<string, number | null>,
  medians: ReadonlyMap<string, number>,
  settings: SimulationSettings,
  random: Random,
): readonly Answer[] {
  const asOne = (item: Item) => nextAsOne(item, earlier, medians, random() < settings.convergence);
  return eachItem(items, asOne, (item, part) => {
    const place = placeOf({ item: item.id, part: part.id });
    const last = earlier.get(place);
    if (last === undefined || last === null) return null;
    const median = medians.get(place);
    if (median === undefined || random() >= settings.convergence) return last;
    const values = scaleValues(part.scale);
    const step = Math.sign(Math.round(median) - last) * (values[1]! - values[0]!);
    return values.includes(last + step) ? last + step : last;
  });
}

const eachItem = (
  items: readonly Item[],
  asOne: (item: Item) => readonly Answer[],
  answerTo: (item: Item, part: Part) => number | null,
): readonly Answer[] =>
  items.flatMap((item) =>
    isAnsweredAsOne(item)
      ? asOne(item)
      : ratedParts(item).map((part) => {
          const value = answerTo(item, part);
          return { item: item.id, part: part.id, value, abstained: value === null };
        }),
  );
