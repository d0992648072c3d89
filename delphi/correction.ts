import { canonical } from "./canonical";
import { type Figure, figureOf, type ShownFigure } from "./figure";
import { itemsIn } from "./lineage";
import type { Change, DatedRound, Edition, PublishedRound, ReleasedText } from "./publication";

/**
 * What a new edition says otherwise than the one before about the rounds that both hold. Rounds that were added
 * since, and texts that were taken down from both, are no corrections.
 */
export function changesBetween(before: Edition, after: Edition): readonly Change[] {
  const rounds = before.rounds.flatMap((earlier): Change[] => {
    const later = after.rounds.find((round) => round.round === earlier.round);
    return later ? roundChanges(earlier, later) : [{ what: "round", round: earlier.round, item: null }];
  });
  // What was reworded, added or dropped for a round that was not published yet takes nothing back.
  const told = ({ study, protocol, items, lineage, positions, sources }: Edition) => {
    const then = itemsIn(before.rounds.length, items, lineage ?? []);
    return canonical([study, protocol, then, positions, sources]);
  };
  const receipts = before.receipts.flatMap((earlier): Change[] => {
    const later = after.receipts.find((one) => one.round === earlier.round);
    return canonical(earlier) === canonical(later ?? null)
      ? []
      : [{ what: "receipts", round: earlier.round, item: null }];
  });
  return [
    ...(told(before) === told(after) ? [] : [{ what: "study", round: null, item: null } as const]),
    ...rounds,
    ...receipts,
  ];
}

/** What the facilitators wrote for the report says otherwise than before, and no round was added. */
export const retold = (before: Edition, after: Edition): readonly Change[] =>
  canonical(before.reporting ?? {}) === canonical(after.reporting ?? {})
    ? []
    : [{ what: "reporting", round: null, item: null }];

function roundChanges(before: PublishedRound, after: PublishedRound): Change[] {
  const { round } = before;
  const items = [...new Set([...before.figures, ...after.figures].map((figure) => figure.item))];
  const figures = items.filter(
    (item) => canonical(figuresAbout(before, item)) !== canonical(figuresAbout(after, item)),
  );
  const added = itemsOf(without(after.texts, before.texts));
  const leftOut = itemsOf(without(before.texts, after.texts));
  return [
    ...(canonical(aside(before)) === canonical(aside(after)) ? [] : [change("round", round, null)]),
    ...figures.map((item) => change("figure", round, item)),
    ...added.map((item) => change("text-added", round, item)),
    ...leftOut.map((item) => change("text-left-out", round, item)),
  ];
}

const change = (what: Change["what"], round: number, item: string | null): Change => ({ what, round, item });

const figuresAbout = ({ figures }: DatedRound, item: string): readonly Figure[] =>
  figures.filter((figure) => figure.item === item);

/** What a round says beside its figures and texts. */
const aside = ({ figures, texts, removed, ...rest }: PublishedRound) => rest;

function without(texts: readonly ReleasedText[], known: readonly ReleasedText[]): readonly ReleasedText[] {
  const left = known.map(canonical);
  return texts.filter((text) => {
    const at = left.indexOf(canonical(text));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const itemsOf = (texts: readonly ReleasedText[]): string[] =>
  [...new Set(texts.map((text) => text.item))].sort();

/**
 * A corrected figure beside the published one gives away those few whose answers changed: with 1 to k − 1 of them
 * the new one is withheld. Without counts nobody can tell how many they are, so a changed figure is withheld too.
 */
export function withoutSmallCorrections(
  k: number,
  before: readonly DatedRound[],
  after: readonly DatedRound[],
): DatedRound[] {
  return after.map((round) => {
    const earlier = before.find((one) => one.round === round.round);
    if (!earlier) return round;
    return { ...round, figures: round.figures.map((figure) => corrected(k, earlier, figure)) };
  });
}

function corrected(k: number, { figures }: DatedRound, after: Figure): Figure {
  const { round, item, part, stratum } = after;
  const before = figureOf(figures, item, part, stratum);
  if (after.withheld !== null || before?.withheld !== null) return after;
  if (canonical(before) === canonical(after)) return after;
  // With equal counts something finer differs, about nobody knows how few.
  const changed = expertsChanged(before, after);
  if (changed !== null && changed >= k) return after;
  return { withheld: "would-reveal-a-smaller-group", round, item, part, stratum };
}

/** At least so many experts answered otherwise, or were added or left out; null where no counts tell. */
function expertsChanged(before: ShownFigure, after: ShownFigure): number | null {
  if (before.counts === null || after.counts === null || before.counts.length !== after.counts.length)
    return null;
  const gains = after.counts.map((count, at) => count - before.counts![at]!);
  const [more, fewer] = [1, -1].map((sign) => gains.reduce((sum, gain) => sum + Math.max(0, sign * gain), 0));
  return Math.max(more!, fewer!);
}
