import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { decide, mergedWith, textsAsSeen, WAITING } from "../text-decision";

/**
 * Releases a text of a closed round to panel and readers, as written or in the moderator's words, holds it back
 * with a reason, or lets it wait again, which also undoes a merge. The author's own words stay beside the edited
 * ones, so an edit can be marked as one.
 */
export const moderateText = command({
  name: "moderate-text",
  input: z
    .strictObject({
      study: z.string(),
      text: z.uuid(),
      seen: z.int().min(0).optional(),
      state: z.enum(["waiting", "released", "held-back"]),
      released: z.string().trim().min(1, "A released text can't be empty.").max(10_000).optional(),
      reason: z.string().trim().max(500).optional(),
    })
    .refine(({ state, reason }) => state !== "held-back" || reason, {
      path: ["reason"],
      message: "Say why, for whoever looks at it after you.",
    }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { text: id, seen, state, released, reason }) => {
    const found = await textsAsSeen(tx, desk, [{ id, seen }]);
    if (!found.ok) return found;
    const text = found.value[0]!;
    const together = await mergedWith(tx, desk.studyId, text);
    if (state === "waiting") await decide(tx, desk.studyId, together, WAITING);
    else if (text.state === "merged") return refused("part-of-a-merge");
    else if (state === "held-back")
      await decide(tx, desk.studyId, [id], { state, released: null, heldReason: reason!, showFirst: false });
    else if (together.length > 1 && released === undefined) {
      // What was merged has a wording of its own; released again after it was held back, it needs one.
      if (text.released === null) return refused("part-of-a-merge");
    } else await decide(tx, desk.studyId, [id], { state, released: released ?? text.text, heldReason: null });
    return done({});
  },
});
