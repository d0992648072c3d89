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
