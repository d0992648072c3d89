import type { RawFigure } from "./analysis";
import { placeOf } from "./answer";
import type { Figure, ShownFigure } from "./figure";
import type { Item } from "./item";
import type { Protocol } from "./protocol";

/** Answers on a fine grid: quartiles are released from this many answers on, below it the median alone. */
const QUARTILES_FROM = 12;

/**
 * The one gate between what the server knows and what anyone sees. Of one item and part in one round, a
 * figure is released only for groups of at least k experts who answered it, and only if no two released sets
 * differ by 1 to k − 1 experts: then a subtraction gives nobody away. A withheld figure is a row with its reason.
 */
export function disclose(
  protocol: Protocol,
  items: readonly Item[],
  raw: readonly RawFigure[],
): readonly Figure[] {
  const places = [...new Set(raw.map(placeOf))];
  return places.flatMap((place) =>
    disclosePart(
      protocol.minimumGroup,
      items,
      raw.filter((figure) => placeOf(figure) === place),
    ),
  );
}

function disclosePart(k: number, items: readonly Item[], figures: readonly RawFigure[]): readonly Figure[] {
  const panel = figures.find((figure) => figure.stratum === null);
  const released = panel && panel.n >= k ? strataToRelease(k, panel, figures) : new Set<string | null>();
  return figures.map((figure) => {
    const { round, item, part, stratum } = figure;
    if (released.has(stratum)) return withoutFineDetail(k, items, figure);
    const withheld = figure.n < k ? "fewer-than-k" : "would-reveal-a-smaller-group";
    return { withheld, round, item, part, stratum };
  });
}

/** Takes the smallest shown strata away until the experts outside all shown ones are 0 or at least k. */
function strataToRelease(k: number, panel: RawFigure, figures: readonly RawFigure[]): Set<string | null> {
  const strata = figures
    .filter((figure) => figure.stratum !== null && figure.n >= k)
    .sort((a, b) => b.n - a.n || (a.stratum! < b.stratum! ? -1 : 1));
  while (strata.length > 0) {
    const outside = panel.n - strata.reduce((sum, figure) => sum + figure.n, 0);
    if (outside === 0 || outside >= k) break;
    strata.pop();
  }
  return new Set([null, ...strata.map((figure) => figure.stratum)]);
}

function withoutFineDetail(k: number, items: readonly Item[], raw: RawFigure): ShownFigure {
  const { onlyEarlier, onlyLater, ...figure } = raw;
  const scale = items
    .find((item) => item.id === figure.item)
    ?.parts.find((part) => part.id === figure.part)?.scale;
  const stability = figure.stability && steadyOrWithheld(k, figure.stability, onlyEarlier, onlyLater);
  if (scale?.kind !== "probability") return { ...figure, stability };
  const narrow = figure.n < QUARTILES_FROM;
  return {
    ...figure,
    stability: stability && narrow ? { ...stability, figures: null } : stability,
    counts: null,
    q1: narrow ? null : figure.q1,
    q3: narrow ? null : figure.q3,
    iqr: narrow ? null : figure.iqr,
  };
}

/** Figures about change describe only those who answered both rounds; few others would be found by subtraction. */
function steadyOrWithheld(
  k: number,
  stability: NonNullable<ShownFigure["stability"]>,
  onlyEarlier: number,
  onlyLater: number,
): NonNullable<ShownFigure["stability"]> {
  const safe = [onlyEarlier, onlyLater].every((few) => few === 0 || few >= k);
  const enough = stability.pairs !== null && stability.pairs >= k;
  return safe && enough ? stability : { ...stability, pairs: null, figures: null };
}
