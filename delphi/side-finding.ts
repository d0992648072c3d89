import type { ShownFigure } from "./figure";
import type { Item } from "./item";
import { markOf } from "./mark";
import { type How, howOf, middleLabels, middlePoints, pointWords } from "./point-words";
import { type Reading, reading, type Said } from "./reading";
import { endsOf, type OrdinalScale, scaleValues } from "./scale";

/** Which side of the scale the group stands on, and how many of it; both sides where neither has more than half. */
export function readSides(
  item: Item,
  scale: OrdinalScale,
  figure: ShownFigure,
  counts: readonly number[],
  group: string,
): Reading {
  const how = howOf(item);
  const [low, high] = (["low", "high"] as const).map((end) => sideOf(scale, counts, figure.n, end, how));
  // The same shapes where the protocol has no rule of consensus.
  const mark = figure.mark ?? markOf(false, figure.topPercent, figure.bottomPercent);
  const leading = high!.count >= low!.count ? high! : low!;
  const inSide = leading.count * 2 > figure.n;
  if (inSide && (mark === "agreed" || mark === "majority"))
    return reading(`finding.${how}.side`, { amount: amountOf(leading.share), label: leading.label, group });
  const between = figure.n - low!.count - high!.count;
  if (between * 2 > figure.n)
    return reading("finding.answered.side", {
      amount: amountOf((between / figure.n) * 100),
      label: middlePoints(scale),
      group,
    });
  // Some rules find agreement without a majority at one place: answers close together around the middle one.
  if (mark === "agreed" && !inSide && figure.median !== null)
    return reading("finding.middle", { label: middleLabels(scale, figure.median), group });
  return reading(`finding.${how}.${mark === "divided" ? "divided" : "open"}`, {
    n: figure.n,
    high: high!.count,
    low: low!.count,
    highLabel: high!.plainLabel,
    lowLabel: low!.plainLabel,
    group,
  });
}

/** From how large a share on the words become stronger; 75 is the usual threshold of published Delphis. */
const MOST = 75;
const NEARLY_ALL = 90;

function amountOf(share: number): string {
  if (share === 100) return "all";
  if (share >= NEARLY_ALL) return "nearly";
  return share >= MOST ? "most" : "majority";
}

/**
 * One end of the scale. Its word is that of its innermost point, or of the outermost one, if most of the group
 * stand there: "very desirable" is said only where most said so.
 */
function sideOf(
  scale: OrdinalScale,
  counts: readonly number[],
  n: number,
  end: "low" | "high",
  how: How,
): { count: number; share: number; label: Said; plainLabel: Said } {
  const { topFrom, bottomTo } = endsOf(scale);
  const inSide = scaleValues(scale)
    .map((value, at) => ({ value, count: counts[at] ?? 0 }))
    .filter(({ value }) => (end === "high" ? value >= topFrom : value <= bottomTo));
  const outwards = end === "high" ? inSide : [...inSide].reverse();
  const count = outwards.reduce((sum, point) => sum + point.count, 0);
  const outermost = outwards.at(-1)!;
  const outermostOnly = outermost.count * 100 >= MOST * n;
  const plainLabel = pointWords(scale, outwards, how);
  return {
    count,
    share: ((outermostOnly ? outermost.count : count) / n) * 100,
    label: outermostOnly ? pointWords(scale, [outermost], how) : plainLabel,
    plainLabel,
  };
}
