import type { SeatAnswers } from "./analysis";
import { BEST, CONFIDENCE, HIGH, LOW } from "./estimate-part";
import type { Item } from "./item";
import { isQuantity, type QuantityScale } from "./scale";
import type { Estimate } from "./statistics/estimate";
import { ideaStandardisation } from "./statistics/idea-standardisation";

/**
 * The confidence that all intervals are brought to before they are compared, in percent: the one that the IDEA
 * protocol shows to experts (Hemming et al. 2018, Methods Ecol Evol 9:169).
 */
export const STANDARD_LEVEL = 80;

/** What an estimate is measured in: that of its best estimate. */
export const quantityOf = (item: Item): QuantityScale => {
  const scale = item.parts.find(({ id }) => id === BEST)?.scale;
  if (!scale || !isQuantity(scale)) throw new Error(`“${item.id}” has no best estimate.`);
  return scale;
};

/** One expert's estimate at the common confidence, rounded as it was asked; null where it is not complete. */
export function estimateOf(item: Item, { values }: Pick<SeatAnswers, "values">): Estimate | null {
  const [lower, upper, best, confidence] = [LOW, HIGH, BEST, CONFIDENCE].map(
    (part) => values.get(`${item.id}/${part}`) ?? null,
  );
  if (lower == null || upper == null || best == null || confidence == null) return null;
  const scale = quantityOf(item);
  const judgements = [{ lower, best, upper, confidence }];
  const bounds = { min: scale.min, max: scale.max };
  const [wide] = ideaStandardisation.compute({ judgements, level: STANDARD_LEVEL, bounds }).judgements;
  const rounded = (value: number) => Number(value.toFixed(scale.kind === "date" ? 0 : scale.decimals));
  return { lower: rounded(wide!.lower), best, upper: rounded(wide!.upper) };
}

/** What the panel's figures about a part rest on: the ends of an interval at the common confidence, else as given. */
export function figuredAnswer(item: Item, part: string, seat: Pick<SeatAnswers, "values">): number | null {
  if (item.kind !== "estimate" || (part !== LOW && part !== HIGH))
    return seat.values.get(`${item.id}/${part}`) ?? null;
  const estimate = estimateOf(item, seat);
  return estimate && (part === LOW ? estimate.lower : estimate.upper);
}
