import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { decide, mergedWith, SeenText, textsAsSeen, WAITING } from "../text-decision";

/**
 * Releases several texts on one item as one, in the moderator's words. The first carries the shown wording; the
 * others stay as they were written and are contained in it, until the merge is undone.
 */
export const mergeTexts = command({
  name: "merge-texts",
  input: z.strictObject({
    study: z.string(),
    texts: z.array(SeenText).min(2, "Choose at least two texts.").max(100),
    released: z.string().trim().min(1, "A released text can't be empty.").max(10_000),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { texts: seen, released }) => {
    const found = await textsAsSeen(tx, desk, seen);
    if (!found.ok) return found;
    const [carrier, ...others] = found.value;
    const sameplace = found.value.every(
      ({ round, item, part }) => round === carrier!.round && item === carrier!.item && part === carrier!.part,
    );
    if (!sameplace || new Set(found.value).size !== found.value.length) return refused("not-to-be-merged");
    if (found.value.some((text) => text.state === "merged")) return refused("part-of-a-merge");
    // What an earlier merge contained goes along.
    const contained = await Promise.all(others.map((text) => mergedWith(tx, desk.studyId, text)));
    await decide(tx, desk.studyId, contained.flat(), {
      ...WAITING,
      state: "merged",
      mergedInto: carrier!.id,
    });
    await decide(tx, desk.studyId, [carrier!.id], { state: "released", released, heldReason: null });
    return done({ merged: seen.length });
  },
  tells: ({ merged }) => merged,
});
