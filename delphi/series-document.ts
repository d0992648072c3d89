import { chosenIn } from "./figure-reading";
import { isChosenScale } from "./scale";
import { panelBreaks, type Wave } from "./wave";
import { isJoined, type Trend, type TrendPoint, trendsOf } from "./wave-trend";

type SeriesHead = {
  readonly slug: string;
  readonly name: string;
  readonly panelShare: number;
  readonly declaredAt: Date;
  readonly declaredBeforehand: boolean;
  readonly waves: readonly Wave[];
  readonly removed: readonly object[];
};

/** What series.json holds: each wave with the digest of its edition, and every figure with why its line breaks. */
export function seriesDocument(series: SeriesHead, site: string) {
  const { slug, name, panelShare, declaredAt, declaredBeforehand, waves, removed } = series;
  return {
    format: "tholos-series/1",
    series: { slug, name, url: `${site}/series/${slug}` },
    panelShare: { percent: panelShare, declaredOn: dayOf(declaredAt), beforehand: declaredBeforehand },
    waves: waves.map((wave, at) => waveOf(wave, waves[at - 1], panelShare, site)),
    takenOut: removed,
    rows: seriesRows(waves, panelShare),
  };
}

function waveOf(wave: Wave, before: Wave | undefined, panelShare: number, site: string) {
  const { number, edition, digest, continuity } = wave;
  const { slug, title, question, simulated } = edition.study;
  return {
    wave: number,
    study: { slug, title, question, simulated },
    edition: {
      number: edition.number,
      publishedOn: edition.publishedOn,
      digest,
      url: `${site}/studies/${slug}/editions/${edition.number}`,
    },
    openedOn: edition.rounds[0]!.openedOn,
    closedOn: edition.rounds.at(-1)!.closedOn,
    invited: edition.rounds.at(-1)!.invited,
    submitted: edition.rounds.at(-1)!.submitted,
    samePeople: continuity,
    breaks: before ? panelBreaks(before, wave, panelShare) : [],
  };
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const SERIES_COLUMNS = [
  "wave",
  "study",
  "edition",
  "digest",
  "simulated",
  "item",
  "part",
  "title",
  "question",
  "round",
  "n",
  "median",
  "q1",
  "q3",
  "top_percent",
  "chosen_percent",
  "verdict",
  "missing",
  "line_from_wave_before",
  "breaks",
] as const;

type Cell = string | number | boolean | null;
export type SeriesRow = Readonly<Record<(typeof SERIES_COLUMNS)[number], Cell>>;

/** A row for each wave of each part that more than one wave asked. What is withheld is a row without a number. */
export const seriesRows = (waves: readonly Wave[], panelShare: number): readonly SeriesRow[] =>
  trendsOf(waves, panelShare).flatMap((trend) =>
    trend.points.map((point, at) => rowOf(waves[at]!, trend, point, trend.points[at - 1])),
  );

function rowOf(
  { number, edition, digest }: Wave,
  { item: latest, part: latestPart }: Trend,
  point: TrendPoint,
  before: TrendPoint | undefined,
): SeriesRow {
  const { figure, gap, breaks } = point;
  const item = point.item ?? latest;
  const part = item.parts.find(({ id }) => id === latestPart.id) ?? latestPart;
  return {
    wave: number,
    study: edition.study.slug,
    edition: edition.number,
    digest,
    simulated: edition.study.simulated,
    item: item.id,
    part: part.id,
    title: item.title,
    question: part.question,
    round: figure?.round ?? null,
    n: figure?.n ?? null,
    median: figure?.median ?? null,
    q1: figure?.q1 ?? null,
    q3: figure?.q3 ?? null,
    top_percent: figure?.topPercent ?? null,
    chosen_percent: figure && isChosenScale(part.scale) ? Number(chosenIn(figure).percent) : null,
    verdict: figure?.mark ?? null,
    missing: gap?.key ?? null,
    line_from_wave_before: before ? isJoined(before, point) : null,
    breaks: breaks.map(({ why }) => why).join(" "),
  };
}
