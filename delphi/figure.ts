import { z } from "zod";

/** Why a figure is not shown; the row stands, without any number. */
export const WithheldReason = z.enum(["fewer-than-k", "would-reveal-a-smaller-group"]);
export type WithheldReason = z.infer<typeof WithheldReason>;

export const Judged = z.strictObject({
  met: z.boolean().nullable(),
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
});
export type Judged = z.infer<typeof Judged>;

/** agreed: the consensus rule is met; majority: more than half on one side; divided: both ends are held; else open. */
export const Mark = z.enum(["agreed", "majority", "divided", "open"]);
export type Mark = z.infer<typeof Mark>;

/** Why the data behind a verdict of stability are not shown: what keeps a figure back, or cells or a scale too fine. */
export const HeldReason = z.enum([...WithheldReason.options, "small-cells", "fine-grained"]);
export type HeldReason = z.infer<typeof HeldReason>;

/** The same of two rounds, the earlier of which may have been run elsewhere: then nobody's answers are joined to it. */
const PairsHeldReason = z.enum([...HeldReason.options, "run-elsewhere"]);

const Counts = z.array(z.int());

/** Whether a group's answers hold still since the last round that asked, and the least data that shows it. */
export const Stability = z.strictObject({
  since: z.int(),
  /** Null where the rule cannot be computed from what may be told. */
  met: z.boolean().nullable(),
  /**
   * Whose answers the rule compared. pairs: those who answered both rounds; totals: everybody who answered each,
   * either because the rule's measures do, or because too few answered only one of the rounds to tell of the pairs.
   */
  base: z.enum(["pairs", "totals"]).nullable().default(null),
  /** How many answered both rounds. */
  pairs: z.int().nullable(),
  /** The figures that decided; null where they may not be told. */
  figures: Judged.shape.figures.nullable(),
  /** Answers per point of the scale of those who answered both rounds. */
  pairCounts: z.strictObject({ earlier: Counts, later: Counts }).nullable().default(null),
  /**
   * The same experts by both answers, rows earlier, columns later: over all points of the scale where no cell is 1
   * or 2, else over its bottom, middle and top.
   */
  table: z.array(Counts).nullable().default(null),
  /** Why `pairs` and `pairCounts`, and why `table`, are null. */
  held: z
    .strictObject({ pairs: PairsHeldReason.nullable(), table: PairsHeldReason.nullable() })
    .default({ pairs: null, table: null }),
});
export type Stability = z.infer<typeof Stability>;

/** A panel's answers with each counted by the confidence that its expert stated, and the table that gives it. */
export const Weighted = z.strictObject({
  /** What asked for the confidence. */
  by: z.strictObject({ item: z.string(), part: z.string() }),
  /**
   * The same experts by their answer (rows) and their confidence (columns): over the points of each scale where no
   * cell is 1 or 2, else over bottom, middle and top of that of confidence, else of both.
   */
  table: z.array(Counts).nullable(),
  /** What an expert in each column counts: the value of the point, or the middle of the side. */
  weights: z.array(z.number()).nullable(),
  /** Share of the confidence on each row, in percent; null also where nobody has any. */
  percents: z.array(z.number()).nullable(),
  /** Why the table is null. */
  held: HeldReason.nullable(),
});
export type Weighted = z.infer<typeof Weighted>;

/** What a group of experts answered about one part of one item in one round. */
export const ShownFigure = z.strictObject({
  withheld: z.null(),
  round: z.int(),
  item: z.string(),
  part: z.string(),
  /** Null is the whole panel. */
  stratum: z.string().nullable(),
  n: z.int(),
  abstained: z.int(),
  notAnswered: z.int(),
  /** Answers per point of the scale, in order; null where single values would be too fine to show. */
  counts: z.array(z.int()).nullable(),
  median: z.number().nullable(),
  q1: z.number().nullable(),
  q3: z.number().nullable(),
  iqr: z.number().nullable(),
  topPercent: z.number().nullable(),
  bottomPercent: z.number().nullable(),
  /** Wilson 95% interval of topPercent, in percent. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /**
   * Every estimate of a quantity at the common confidence, by size; only of the panel's best estimates, and only
   * where the protocol shows them.
   */
  intervals: z.array(z.strictObject({ lower: z.number(), best: z.number(), upper: z.number() })).optional(),
  /** Null where the protocol has no consensus rule for this kind of item. */
  consensus: Judged.nullable(),
  mark: Mark.nullable(),
  /** Null in the item's first round, or without a rule. */
  stability: Stability.nullable(),
  /** Of the whole panel, where the round asked for confidence; left out otherwise, and in older editions. */
  weighted: Weighted.optional(),
});
export type ShownFigure = z.infer<typeof ShownFigure>;

export const WithheldFigure = z.strictObject({
  withheld: WithheldReason,
  round: z.int(),
  item: z.string(),
  part: z.string(),
  stratum: z.string().nullable(),
});

export const Figure = z.discriminatedUnion("withheld", [ShownFigure, WithheldFigure]);
export type Figure = z.infer<typeof Figure>;

/** The whole panel's figure of a part, or undefined where it was not asked. */
export const figureOf = (
  figures: readonly Figure[],
  item: string,
  part: string,
  stratum: string | null = null,
): Figure | undefined =>
  figures.find((one) => one.item === item && one.part === part && one.stratum === stratum);
