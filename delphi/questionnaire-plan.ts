import { z } from "zod";
import { Slug } from "./item";

/** fixed: as the facilitator put the items; shuffled: each expert sees one of a few orders. */
export const ItemOrder = z.enum(["fixed", "shuffled"]);
export type ItemOrder = z.infer<typeof ItemOrder>;

/** A part of the questionnaire with a title of its own; items name it. */
export const PlannedSection = z.strictObject({
  id: Slug,
  title: z.string().trim().min(1, "A section needs a title.").max(120),
  introduction: z.string().trim().max(2000).default(""),
  order: ItemOrder,
});
export type PlannedSection = z.infer<typeof PlannedSection>;

/** How the items become a questionnaire. Without one they stand by kind, in their order. */
export const QuestionnairePlan = z.strictObject({
  sections: z.array(PlannedSection).max(30),
  /** Of items that stand in no section, within their kind. */
  order: ItemOrder,
});
export type QuestionnairePlan = z.infer<typeof QuestionnairePlan>;
