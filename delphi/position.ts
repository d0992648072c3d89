import { z } from "zod";
import { Slug } from "./item";

/** A published document that items and positions come from. */
export const Source = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(300),
  publisher: z.string().max(200),
  author: z.string().max(200).optional(),
  editor: z.string().max(200).optional(),
  published: z.string().max(40),
  kind: z.string().max(80),
});
export type Source = z.infer<typeof Source>;

/**
 * A published view, shown as starting material. `stance`, `for` and `against` are our reading of a text,
 * never an answer of the person named, and stay hidden from an expert before their own first submission.
 */
export const Position = z.strictObject({
  id: Slug,
  author: z.string().min(1).max(200),
  affiliation: z.string().max(300),
  source: Slug,
  summary: z.string().min(1).max(2000),
  stance: z.int().nullable().default(null),
  for: z.array(Slug).default([]),
  against: z.array(Slug).default([]),
});
export type Position = z.infer<typeof Position>;

/** How the published positions are shown to experts. */
export const PositionDisplay = z.strictObject({
  /** With author, affiliation and source; otherwise numbered, until results are published or the study has ended. */
  names: z.boolean(),
  /**
   * Beside an option, after one's own first submission: how many positions argue for and against it; or, from round
   * 2, which ones.
   */
  beside: z.enum(["none", "counts", "positions"]),
});
export type PositionDisplay = z.infer<typeof PositionDisplay>;

/** What holds where a protocol says nothing about positions. */
export const usualDisplay: PositionDisplay = { names: true, beside: "counts" };

/** A position by its number alone; its id may tell its author too. */
export const nameless = (position: Position, at: number): Position => ({
  ...position,
  id: `position-${at + 1}`,
  author: "",
  affiliation: "",
  source: "",
});
