import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { correctWords as corrected } from "@/delphi/corrected-words";
import { Item } from "@/delphi/item";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { logDeviation } from "../deviation";
import { keepAsFormer } from "../former-wording";
import { storeCorrected, whatChanged } from "../item-changes";
import { command } from "../run";
import { round, study } from "../schema/study";
import { studyLineage } from "../study-rows";

/**
 * Corrects the words of an item while its round is open: a numbered revision and a deviation with its reason. Every
 * answer stays; where the meaning changed, whoever had answered is asked to confirm or to change it.
 */
export const correctWords = command({
  name: "correct-words",
  input: z.strictObject({
    study: z.string(),
    version: z.int(),
    item: Item,
    meaning: z.boolean(),
    reason: z.string().trim().min(1, "Give a reason; panel and readers will see it.").max(2000),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { study: _slug, version, ...correction }, now) => {
    if (version !== desk.version) return refused("changed-meanwhile");
    // Submissions hold the round shared: each is either before the new words or after them.
    const [open] = await tx
      .select({ number: round.number, items: round.items })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")))
      .for("update");
    if (!open) return refused("no-open-round");
    const asked = z.array(Item).parse(open.items);
    const made = corrected(asked, open.number, correction);
    if (!made.ok) return made;
    const { item, change } = made.value;
    const known = (await studyLineage(tx, desk.studyId)).length;
    await storeCorrected(tx, desk.studyId, asked, made.value, known);
    if (change.substance) await keepAsFormer(tx, desk.studyId, open.number, item.id);
    const what = whatChanged(change, [item]).slice(0, 500);
    await logDeviation(tx, desk.studyId, { what, reason: change.reason, round: open.number }, now);
    await tx
      .update(study)
      .set({ version: sql`${study.version} + 1` })
      .where(eq(study.id, desk.studyId));
    return done({ round: open.number });
  },
  tells: ({ round: number }) => number,
});
