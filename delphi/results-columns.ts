type CellType = "boolean" | "integer" | "number" | "string";

/** Columns that every table of results has, in order; the counts of single points follow them. */
const FIXED = {
  study: "string",
  simulated: "boolean",
  edition: "integer",
  round: "integer",
  imported: "boolean",
  item: "string",
  item_kind: "string",
  item_title: "string",
  part: "string",
  scale: "string",
  scale_min: "number",
  scale_max: "number",
  scale_labels: "string",
  group: "string",
  group_title: "string",
  withheld: "string",
  n: "integer",
  abstained: "integer",
  not_answered: "integer",
  mean_rank: "number",
  median: "number",
  q1: "number",
  q3: "number",
  iqr: "number",
  top_from: "number",
  bottom_to: "number",
  top_percent: "number",
  bottom_percent: "number",
  interval_low: "number",
  interval_high: "number",
  consensus: "boolean",
  verdict: "string",
  consensus_figures: "string",
  stable: "boolean",
  stable_since: "integer",
  pairs: "integer",
  stability_figures: "string",
} as const satisfies Readonly<Record<string, CellType>>;

/** Columns of a table in which anything is weighted by confidence. */
const WEIGHTED = {
  confidence_withheld: "string",
  confidence_weights: "string",
  confidence_table: "string",
  weighted_percents: "string",
} as const satisfies Readonly<Record<string, CellType>>;

export type ResultsColumn = keyof typeof FIXED | keyof typeof WEIGHTED | `count_${number}`;

/** The columns of a table, in order: with those of confidence or without, and a count for each of `values`. */
export const resultsColumns = (weighted: boolean, values: readonly number[]): readonly ResultsColumn[] => [
  ...(Object.keys(FIXED) as (keyof typeof FIXED)[]),
  ...(weighted ? (Object.keys(WEIGHTED) as (keyof typeof WEIGHTED)[]) : []),
  ...values.map((value) => `count_${value}` as const),
];

/** What the cells of a column are; all that has no fixed name is a count. */
export const columnType = (column: ResultsColumn): CellType => TYPES[column] ?? "integer";

const TYPES: Readonly<Partial<Record<ResultsColumn, CellType>>> = { ...FIXED, ...WEIGHTED };
