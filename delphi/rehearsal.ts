import { z } from "zod";

/** How a simulated panel behaves. Shares run from 0 to 1. */
export const RehearsalSettings = z.strictObject({
  experts: z.int("Give a whole number.").min(3, "At least 3.").max(200, "At most 200."),
  /** Standard deviation of an answer around its tendency, as a share of the scale. */
  spread: z.number().min(0).max(0.5),
  /** Chance that an expert who stands apart from the panel's median moves one step towards it. */
  convergence: z.number().min(0).max(1),
  /** Chance that an expert who answered a round answers none after it. */
  dropOut: z.number().min(0).max(0.9),
  /** Whether round 2 rewords an item and adds one, to show what becomes of such a change. */
  changes: z.boolean().default(false),
});
export type RehearsalSettings = z.infer<typeof RehearsalSettings>;

export const usualRehearsal: RehearsalSettings = {
  experts: 24,
  spread: 0.15,
  convergence: 0.3,
  dropOut: 0.05,
  changes: false,
};

/** The address of a study's rehearsal. */
export const rehearsalOf = (slug: string): string => `${slug}-rehearsal`;
