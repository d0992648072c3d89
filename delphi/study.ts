import { z } from "zod";
import { Item, Slug } from "./item";
import { Licence } from "./licence";
import { Position, Source } from "./position";
import { Protocol } from "./protocol";

/** Slugs that would collide with a route or a name of ours. */
const RESERVED = new Set(["new", "api", "desk", "join", "panel", "studies"]);

export const StudySlug = Slug.refine(
  (slug) => !RESERVED.has(slug),
  "This address is taken by the site itself.",
);

/** What a facilitator writes before the first round: the content of a study, apart from its panel. */
export const StudyContent = z.strictObject({
  title: z.string().trim().min(1, "A study needs a title.").max(200),
  question: z.string().trim().min(1, "A study needs a question.").max(1000),
  background: z.string().trim().max(6000),
  /** Whose perspective an expert should take when answering. */
  perspective: z.string().trim().max(1000),
  /** Who runs the study and answers for its data. */
  organiser: z.string().trim().max(300),
  contact: z.union([z.literal(""), z.email("This is not an e-mail address.")]),
  /** Of the published data; left out where the organiser grants none. */
  licence: Licence.optional(),
});
export type StudyContent = z.infer<typeof StudyContent>;

export const StudyDesign = z
  .strictObject({
    slug: StudySlug,
    content: StudyContent,
    sources: z.array(Source).max(100),
    positions: z.array(Position).max(200),
    items: z.array(Item).max(200),
    protocol: Protocol,
  })
  .superRefine((design, context) => {
    const ids = design.items.map((item) => item.id);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) !== at)
        context.addIssue({
          code: "custom",
          path: ["items", at, "id"],
          message: `Two items are called “${id}”.`,
        });
    });
  });
export type StudyDesign = z.infer<typeof StudyDesign>;

/**
 * Where a study stands. draft: no round was opened; open: a round takes answers; between: the last round is
 * closed and another may follow; concluded: no round follows; cancelled: ended before its time, with a reason.
 */
export type Phase = "draft" | "open" | "between" | "concluded" | "cancelled";

/** Whether no round will follow. */
export const hasEnded = (phase: Phase): boolean => phase === "concluded" || phase === "cancelled";

export type RoundState = "open" | "closed";

export function phaseOf(
  rounds: readonly { readonly state: RoundState }[],
  { concludedAt, cancelReason }: { readonly concludedAt: Date | null; readonly cancelReason: string | null },
): Phase {
  if (cancelReason !== null) return "cancelled";
  if (rounds.length === 0) return "draft";
  if (rounds.some((round) => round.state === "open")) return "open";
  return concludedAt ? "concluded" : "between";
}
