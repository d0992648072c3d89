import { figureOf, type ShownFigure } from "./figure";
import { chosenIn, figureText, readWithheld } from "./figure-reading";
import { type Item, judgedParts, type Part } from "./item";
import { lastAsked } from "./publication";
import { type Reading, reading } from "./reading";
import { isChosenScale } from "./scale";
import { isScaledAlike } from "./series";
import { askedIn, type Break, panelBreaks, type Wave, wordingBreaks } from "./wave";

/** What one wave found about one part of an item. */
export type TrendPoint = {
  readonly wave: number;
  /** The item as this wave asked it; null where it did not. */
  readonly item: Item | null;
  /** The whole panel's figure in the last round that asked. */
  readonly figure: ShownFigure | null;
  /** Why there is none, or none that can stand on the axis of the others. */
  readonly gap: Reading | null;
  /** Why no line comes here from the wave before; empty where one does, and at the first wave. */
  readonly breaks: readonly Break[];
};

/** One part of an item over all waves; worded and scaled as the latest wave that asked it has it. */
export type Trend = {
  readonly item: Item;
  readonly part: Part;
  readonly points: readonly TrendPoint[];
};

/** The trends of what more than one wave asked, in the order of the latest wave that did. */
export function trendsOf(waves: readonly Wave[], panelShare: number): readonly Trend[] {
  return itemsAsked(waves)
    .filter(({ id }) => waves.filter((wave) => askedIn(wave, id)).length > 1)
    .flatMap((item) => judgedParts(item).map((part) => trendOf(waves, panelShare, item, part)))
    .filter(({ points }) => points.some(({ figure }) => figure !== null));
}

/** Items that one wave alone asked, with its number. */
export const askedOnce = (waves: readonly Wave[]): readonly { item: Item; wave: number }[] =>
  itemsAsked(waves).flatMap((item) => {
    const asking = waves.filter((wave) => askedIn(wave, item.id));
    return asking.length === 1 ? [{ item, wave: asking[0]!.number }] : [];
  });

function itemsAsked(waves: readonly Wave[]): readonly Item[] {
  const found = new Map<string, Item>();
  for (const wave of waves.toReversed())
    for (const { id } of wave.edition.items) {
      const asked = found.has(id) ? null : askedIn(wave, id);
      // What experts say of themselves describes a panel, and is no answer to the question.
      if (asked && asked.kind !== "about") found.set(id, asked);
    }
  return [...found.values()];
}

function trendOf(waves: readonly Wave[], panelShare: number, item: Item, part: Part): Trend {
  const points = waves.map((wave, at): TrendPoint => {
    const asked = askedIn(wave, item.id);
    const breaks = at === 0 ? [] : breaksBefore(waves[at - 1]!, wave, item.id, panelShare);
    return { wave: wave.number, item: asked, ...figureIn(wave, asked, item, part), breaks };
  });
  return { item, part, points };
}

function breaksBefore(earlier: Wave, later: Wave, id: string, panelShare: number): readonly Break[] {
  const [then, now] = [askedIn(earlier, id), askedIn(later, id)];
  return [...panelBreaks(earlier, later, panelShare), ...(then && now ? wordingBreaks(then, now) : [])];
}

/** From the edition as it stands: what it withholds stays withheld here, with its reason. */
function figureIn(
  { edition }: Wave,
  asked: Item | null,
  item: Item,
  part: Part,
): Pick<TrendPoint, "figure" | "gap"> {
  const found = asked && figureOf(lastAsked(edition.rounds, item.id)!.figures, item.id, part.id);
  if (!found) return { figure: null, gap: reading("series.gap.not-asked") };
  if (found.withheld !== null)
    return { figure: null, gap: readWithheld(found.withheld, edition.protocol.minimumGroup) };
  if (found.median === null) return { figure: null, gap: reading("series.gap.nobody") };
  return { figure: found, gap: isScaledAlike(asked!, item) ? null : reading("series.gap.other-scale") };
}

/** Whether a line goes from the point before to this one. */
export const isJoined = (earlier: TrendPoint | undefined, later: TrendPoint): boolean =>
  earlier !== undefined && hasPlace(earlier) && hasPlace(later) && later.breaks.length === 0;

export const hasPlace = ({ figure, gap }: TrendPoint): boolean => figure !== null && gap === null;

/** Where a figure stands on the axis: its median, or for an option to choose the percentage that chose it. */
export function levelOf({ scale }: Part, figure: ShownFigure): number {
  if (!isChosenScale(scale)) return figure.median!;
  return figure.n === 0 ? 0 : (100 * (figure.counts?.[1] ?? 0)) / figure.n;
}

/** The same as it is printed: "4", "35%". */
export const levelText = (part: Part, figure: ShownFigure): string =>
  isChosenScale(part.scale) ? `${chosenIn(figure).percent}%` : figureText(part.scale, figure.median!);
