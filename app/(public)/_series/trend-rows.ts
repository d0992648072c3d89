import { getTranslations } from "next-intl/server";
import { estimateAxis } from "@/app/_figures/estimate-axis";
import { sayer } from "@/app/_server/say";
import type { Series } from "@/db/queries/series";
import { figureText, readFigures } from "@/delphi/figure-reading";
import { hasOptions, type Part, partName } from "@/delphi/item";
import type { Reading } from "@/delphi/reading";
import { isChosenScale, isQuantity, isRank, type Scale, scaleBounds } from "@/delphi/scale";
import { readTrendOf, readTrends } from "@/delphi/trend-reading";
import { consensusWord } from "@/delphi/verdict-reading";
import { type Break, readBreak } from "@/delphi/wave";
import { hasPlace, isJoined, levelOf, levelText, type Trend, type TrendPoint } from "@/delphi/wave-trend";
import type { Range } from "@/ui/pictures/axis";
import type { TrendStop } from "@/ui/pictures/trend-lines";
import { itemPlace } from "../_results/item-place";
import { criterionName } from "../_results/option-standing";

/** A line of a picture in words and places, for the page and for the file alike. */
export type TrendWords = {
  readonly key: string;
  readonly title: string;
  /** What was asked about the item. */
  readonly criterion: string;
  /** The item's own page in the latest edition that asked it. */
  readonly href: string;
  readonly stops: readonly TrendStop[];
  /** What breaks this line alone, or leaves a gap in it. */
  readonly note: string;
  /** Of the latest wave. */
  readonly verdict: string;
  readonly n: number | null;
};

/** What a wave's breaks say of one item alone; what breaks every line is said once, above them all. */
const ofTheItem = ({ why }: Break): boolean => why === "wording" || why === "scale";

export async function trendWords({ waves }: Series, trend: Trend): Promise<TrendWords> {
  const text = await getTranslations("public.series");
  const say = await sayer();
  const { item, part, points } = trend;
  const last = points.at(-1)!.figure;
  const verdict = last && consensusWord(last);
  const asking = waves.findLast((_, at) => points[at]!.item !== null)!.edition.study.slug;
  return {
    key: `${item.id} ${part.id}`,
    title: hasOptions(item) ? partName(item, part) : item.title,
    criterion: hasOptions(item) ? partName(item, part) : part.question || criterionName(part),
    href: itemPlace(`/studies/${asking}/results`, item),
    stops: await Promise.all(points.map((point, at) => stopOf(part, point, points[at - 1]))),
    note: points
      .flatMap((point) => notesOn(point).map((why) => text("note", { wave: point.wave, why: say(why) })))
      .join(" "),
    verdict: verdict ? say(verdict.word) : "",
    n: last?.n ?? null,
  };
}

const notesOn = ({ gap, breaks }: TrendPoint): readonly Reading[] => [
  ...breaks.filter(ofTheItem).map(readBreak),
  ...(gap ? [gap] : []),
];

async function stopOf(part: Part, point: TrendPoint, before: TrendPoint | undefined): Promise<TrendStop> {
  const say = await sayer();
  const { figure, gap, item } = point;
  if (!figure) return { level: null, middle: null, mark: null, label: "", words: say(gap!), joined: false };
  // Said on the scale that it was answered on, which may not be that of the axis.
  const asked = item!.parts.find(({ id }) => id === part.id) ?? part;
  const verdict = consensusWord(figure);
  const words = [
    say(readFigures(asked, figure)),
    ...(verdict ? [say(verdict.word)] : []),
    ...(gap ? [say(gap)] : []),
  ].join(", ");
  const isMiddle = !isChosenScale(part.scale) && figure.q1 !== null && figure.q3 !== null;
  return {
    level: hasPlace(point) ? levelOf(part, figure) : null,
    middle: isMiddle ? upwards(part.scale, figure.q1!, figure.q3!) : null,
    mark: figure.mark,
    label: levelText(part, figure),
    words,
    joined: isJoined(before, point),
  };
}

/** What the lines of one picture share: its finding, how to read it, and its axis. */
export async function trendFrame(
  trends: readonly Trend[],
): Promise<{ readonly title: string; readonly caption: string; readonly range: Range }> {
  const text = await getTranslations("public.series");
  const say = await sayer();
  const { item, part } = trends[0]!;
  const range = rangeOf(trends);
  const [low, high] =
    part.scale.kind === "ordinal" && !isChosenScale(part.scale)
      ? [part.scale.points[0]!.label, part.scale.points.at(-1)!.label]
      : [range.min, range.max].map((end) => figureText(axisScale(part.scale), end));
  return {
    title: say(trends.length > 1 || hasOptions(item) ? readTrends(trends) : readTrendOf(trends[0]!)),
    caption: text(isChosenScale(part.scale) ? "caption-chosen" : "caption", { low: low!, high: high! }),
    range,
  };
}

/** From below to above on the axis, where the first rank is at the top. */
const upwards = (scale: Scale, least: number, most: number) =>
  isRank(scale) ? { low: most, high: least } : { low: least, high: most };

/** Shares of a panel stand on an axis of percent. */
const axisScale = (scale: Scale): Scale => (isChosenScale(scale) ? { kind: "probability" } : scale);

/** The whole scale; of quantities, which may have no ends, what holds all figures. */
function rangeOf(trends: readonly Trend[]): Range {
  const { scale } = trends[0]!.part;
  if (!isQuantity(scale)) {
    const { min, max } = scaleBounds(axisScale(scale))!;
    return isRank(scale) ? { min: max, max: min } : { min, max };
  }
  const shown = trends.flatMap(({ points }) =>
    points.flatMap(({ figure }) => [figure?.median ?? [], figure?.q1 ?? [], figure?.q3 ?? []].flat()),
  );
  return estimateAxis(scale, shown).range;
}
