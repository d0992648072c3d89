import { z } from "zod";

/** Why a figure is not shown; the row stands, without any number. */
export const WithheldReason = z.enum(["fewer-than-k", "would-reveal-a-smaller-group"]);
export type WithheldReason = z.infer<typeof WithheldReason>;

export const Judged = z.strictObject({
  met: z.boolean().nullable(),
  figures: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
});

/** agreed: the consensus rule is met; majority: more than half on one side; divided: both ends are held; else open. */
export const Mark = z.enum(["agreed", "majority", "divided", "open"]);
export type Mark = z.infer<typeof Mark>;

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
  /** Null where the protocol has no consensus rule for this kind of item. */
  consensus: Judged.nullable(),
  mark: Mark.nullable(),
  /** Null in the item's first round. `figures` and `pairs` are null where they would reveal a smaller group. */
  stability: z
    .strictObject({
      since: z.int(),
      met: z.boolean().nullable(),
      pairs: z.int().nullable(),
      figures: Judged.shape.figures.nullable(),
    })
    .nullable(),
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
