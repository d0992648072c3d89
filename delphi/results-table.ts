import { rowsOf } from "./confidence";
import type { Figure, ShownFigure, Weighted } from "./figure";
import { meanRankIn } from "./figure-reading";
import type { Item } from "./item";
import type { Edition } from "./publication";
import { ratedParts } from "./rated-parts";
import { type ResultsColumn, resultsColumns } from "./results-columns";
import {
  endsOf,
  isCounted,
  isQuantity,
  type OrdinalScale,
  pointLabel,
  type Scale,
  scaleBounds,
  scaleValues,
} from "./scale";

export type Cell = string | number | boolean | null;

export type ResultsRow = Readonly<Partial<Record<ResultsColumn, Cell>>>;
export type ResultsTable = {
  readonly columns: readonly ResultsColumn[];
  readonly rows: readonly ResultsRow[];
};

/** What names the whole panel in the column `group`; a stratum stands there under its own id. */
const PANEL = "panel";

/**
 * The figures of an edition as one tidy table: a row for each round, item, part and group. A withheld figure
 * is a row with its reason and no number. Every row has every column; what does not apply is null.
 */
export function resultsTable(edition: Edition): ResultsTable {
  const values = ordinalValues(edition.items);
  const weighted = edition.rounds.some(({ figures }) =>
    figures.some((figure) => figure.withheld === null && figure.weighted),
  );
  const columns = resultsColumns(weighted, values);
  const rows = edition.rounds.flatMap((round) =>
    round.figures.flatMap((figure) => {
      const place = placed(edition, figure);
      if (!place) return [];
      const imported = round.imported !== undefined;
      const row: ResultsRow = { ...head(edition, figure, place), imported, ...numbers(figure, place.scale) };
      return [Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) as ResultsRow];
    }),
  );
  return { columns, rows };
}

/** Every value of every scale whose points are counted, so that one set of count columns serves all items. */
function ordinalValues(items: readonly Item[]): number[] {
  const values = items
    .flatMap(ratedParts)
    .flatMap((part) => (isCounted(part.scale) ? scaleValues(part.scale) : []));
  return [...new Set(values)].sort((a, b) => a - b);
}

type Place = { readonly item: Item; readonly scale: Scale };

function placed(edition: Edition, figure: Figure): Place | null {
  const item = edition.items.find((one) => one.id === figure.item);
  const part = item?.parts.find((one) => one.id === figure.part);
  return item && part ? { item, scale: part.scale } : null;
}

function head(edition: Edition, figure: Figure, { item, scale }: Place): ResultsRow {
  const bounds = isQuantity(scale) ? scale : scaleBounds(scale);
  const stratum = edition.protocol.strata.find((one) => one.id === figure.stratum);
  return {
    study: edition.study.slug,
    simulated: edition.study.simulated,
    edition: edition.number,
    round: figure.round,
    item: item.id,
    item_kind: item.kind,
    item_title: item.title,
    part: figure.part,
    scale: scale.kind,
    scale_min: bounds?.min ?? null,
    scale_max: bounds?.max ?? null,
    scale_labels: scale.kind === "ordinal" ? labelsOf(scale) : unitOf(scale),
    group: figure.stratum ?? PANEL,
    group_title: stratum?.title ?? null,
    withheld: figure.withheld,
    ...(scale.kind === "ordinal" && figure.withheld === null
      ? { top_from: endsOf(scale).topFrom, bottom_to: endsOf(scale).bottomTo }
      : {}),
  };
}

/** What a number is counted in; days are counted from 1 January 1970. */
function unitOf(scale: Scale): string | null {
  if (scale.kind === "date") return "days since 1970-01-01";
  return scale.kind === "number" && scale.unit !== "" ? scale.unit : null;
}

const labelsOf = (scale: Scale): string =>
  scaleValues(scale)
    .map((value) => `${value} = ${pointLabel(scale, value)}`)
    .join(" | ");

function numbers(figure: Figure, scale: Scale): ResultsRow {
  if (figure.withheld !== null) return {};
  return {
    n: figure.n,
    abstained: figure.abstained,
    not_answered: figure.notAnswered,
    mean_rank: scale.kind === "rank" ? meanRankIn(figure) : null,
    median: figure.median,
    q1: figure.q1,
    q3: figure.q3,
    iqr: figure.iqr,
    top_percent: figure.topPercent,
    bottom_percent: figure.bottomPercent,
    interval_low: figure.interval?.low ?? null,
    interval_high: figure.interval?.high ?? null,
    consensus: figure.consensus?.met ?? null,
    verdict: figure.mark,
    consensus_figures: listed(figure.consensus?.figures ?? null),
    stable: figure.stability?.met ?? null,
    stable_since: figure.stability?.since ?? null,
    pairs: figure.stability?.pairs ?? null,
    stability_figures: listed(figure.stability?.figures ?? null),
    ...(figure.weighted && scale.kind === "ordinal" ? byConfidence(figure.weighted, scale) : {}),
    ...countsOf(figure, scale),
  };
}

/** "1 2 3 4 5", "1: 0 0 3 4 0; 2: …" and "1 = 20; 2 = …": in the table and the shares each row by its point or side. */
function byConfidence({ table, weights, percents, held }: Weighted, scale: OrdinalScale): ResultsRow {
  const keys = table === null ? [] : rowsOf(scale, table).map(({ key }) => key);
  return {
    confidence_withheld: held,
    confidence_weights: weights?.join(" ") ?? null,
    confidence_table: table?.map((row, at) => `${keys[at]}: ${row.join(" ")}`).join("; ") ?? null,
    weighted_percents: percents?.map((percent, at) => `${keys[at]} = ${percent}`).join("; ") ?? null,
  };
}

/** "iqr = 1; topPercent = 82.6": the figures of the measures that decided, by the names they have there. */
const listed = (figures: Readonly<Record<string, Cell>> | null): string | null =>
  figures &&
  Object.entries(figures)
    .map(([name, value]) => `${name} = ${value}`)
    .join("; ");

const countsOf = (figure: ShownFigure, scale: Scale): ResultsRow =>
  Object.fromEntries(
    figure.counts === null
      ? []
      : scaleValues(scale).map((value, at) => [`count_${value}`, figure.counts![at]!]),
  );
