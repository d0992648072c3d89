import { type AddedLater, addedIn, neededIn } from "./added-later";
import { analyseRound, type RawFigure, type RoundAnswers } from "./analysis";
import { placeOf } from "./answer";
import { changeToTell } from "./change-disclosure";
import { withConfidence } from "./confidence-disclosure";
import type { Figure, ShownFigure } from "./figure";
import { withoutFineDetail } from "./fine-detail";
import type { Item } from "./item";
import type { Protocol } from "./protocol";
import {
  type Experts,
  inRound,
  type Needed,
  type Released,
  type ReleasedSet,
  releasedSets,
  tellNobodyApart,
} from "./released-sets";
import type { Scale } from "./scale";

/** What was shown before, and who joined too late to be counted. */
export type Before = { readonly released: Released; readonly added: AddedLater };

/** The figures of a round as they may be shown, after those that the closed rounds before it showed. */
export function figuresToShow(
  protocol: Protocol,
  current: RoundAnswers,
  earlier: readonly RoundAnswers[],
  shownBefore: readonly Figure[],
  added: AddedLater,
): readonly Figure[] {
  const raw = analyseRound(protocol, current, earlier);
  const figures = disclose(protocol, current.items, raw, {
    released: releasedSets(earlier, shownBefore),
    added,
  });
  const released = releasedSets([...earlier, current], [...shownBefore, ...figures]);
  return withConfidence(protocol.minimumGroup, current, figures, released, added);
}

/**
 * The one gate between what the server knows and what anyone sees. Of one item and part in one round, a figure is
 * released only for groups of at least k experts who answered it, and only if the sets of experts that figures were
 * released about, in this round and before, cut nobody off: every block between them has at least k experts. A
 * withheld figure is a row with its reason.
 */
export function disclose(
  protocol: Protocol,
  items: readonly Item[],
  raw: readonly RawFigure[],
  before: Before,
): readonly Figure[] {
  const places = [...new Set(raw.map(placeOf))];
  return places.flatMap((place) => {
    const figures = raw.filter((figure) => placeOf(figure) === place);
    const { item, part } = figures[0]!;
    const scale = items.find((one) => one.id === item)?.parts.find((one) => one.id === part)?.scale;
    return disclosePart(protocol, scale, figures, before);
  });
}

function disclosePart(
  { minimumGroup: k, showsIntervals = false }: Protocol,
  scale: Scale | undefined,
  figures: readonly RawFigure[],
  before: Before,
): readonly Figure[] {
  const needed = neededIn(k, before.added, figures[0]!.round, figures);
  const groups = groupsToShow(needed, figures);
  const now = groups.map(({ stratum, answered }) => setOf("answered", stratum, answered));
  const looksBack = groups[0]?.stability;
  const since = looksBack ? [...(before.released.get(inRound(looksBack.since, groups[0]!)) ?? [])] : [];
  const neededSince = k + addedIn(before.added, looksBack?.since ?? 0);
  const shown = groups.map((raw) => {
    const stability = changeToTell(scale, raw, { sets: now, needed }, { sets: since, needed: neededSince });
    if (stability?.pairs != null)
      for (const sets of [now, since]) sets.push(setOf("both", raw.stratum, raw.both));
    const earlier = since.find((set) => set.of === "answered" && set.stratum === raw.stratum);
    const consensus = agreementToTell(needed, raw, now);
    const figure = withoutFineDetail(
      scale,
      shownFigure(raw, consensus, stability),
      earlier?.experts.size ?? 0,
    );
    return showsIntervals && mayListIntervals(raw, stability)
      ? { ...figure, intervals: raw.intervals! }
      : figure;
  });
  return figures.map(
    (figure) => shown.find(({ stratum }) => stratum === figure.stratum) ?? withheld(k, figure),
  );
}

/**
 * Single estimates are shown of the whole panel alone, and in a later round only where those who answered just one
 * of the two are nobody or at least k: an interval that goes missing would be that of somebody known to have left.
 */
const mayListIntervals = (raw: RawFigure, stability: ShownFigure["stability"]): boolean =>
  raw.intervals !== undefined &&
  raw.stratum === null &&
  (raw.stability === null ? raw.both.size === 0 : stability?.pairs != null);

const setOf = (of: ReleasedSet["of"], stratum: string | null, experts: Experts): ReleasedSet => ({
  of,
  stratum,
  experts,
});

/** The panel and those of its strata that leave no smaller block, the largest first; nothing of a panel below k. */
function groupsToShow(needed: Needed, figures: readonly RawFigure[]): readonly RawFigure[] {
  const panel = figures.find(({ stratum }) => stratum === null);
  if (!panel || !largeEnough(needed, panel)) return [];
  const strata = figures
    .filter((figure) => figure.stratum !== null && largeEnough(needed, figure))
    .sort((a, b) => b.n - a.n || (a.stratum! < b.stratum! ? -1 : 1));
  while (strata.length > 0 && !standTogether(needed, [panel, ...strata])) strata.pop();
  return [panel, ...strata];
}

const largeEnough = (needed: Needed, { n, answered }: RawFigure): boolean =>
  n > 0 && tellNobodyApart(needed, [answered]);

/** By those who answered, and by those who submitted: abstentions are answers that can be singled out as well. */
const standTogether = (needed: Needed, groups: readonly RawFigure[]): boolean =>
  [groups.map(({ answered }) => answered), groups.map(({ submitted }) => submitted)].every((sets) =>
    tellNobodyApart(needed, sets),
  );

/** A verdict about an order speaks of those who rated every item: it must not cut the others off. */
function agreementToTell(
  needed: Needed,
  { consensus, together }: RawFigure,
  now: readonly ReleasedSet[],
): ShownFigure["consensus"] {
  if (!together || tellNobodyApart(needed, [...now.map(({ experts }) => experts), together]))
    return consensus;
  return { met: null, figures: {} };
}

function shownFigure(
  raw: RawFigure,
  consensus: ShownFigure["consensus"],
  stability: ShownFigure["stability"],
): ShownFigure {
  const { answered, submitted, both, together, onTotals, intervals, ...figure } = raw;
  return { ...figure, consensus, stability };
}

function withheld(k: number, { round, item, part, stratum, n }: RawFigure): Figure {
  return { withheld: n < k ? "fewer-than-k" : "would-reveal-a-smaller-group", round, item, part, stratum };
}
