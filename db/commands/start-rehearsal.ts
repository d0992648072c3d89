import { eq } from "drizzle-orm";
import { z } from "zod";
import { RehearsalSettings, rehearsalOf } from "@/delphi/rehearsal";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { enqueue } from "../queue";
import { command } from "../run";
import { study } from "../schema/study";
import { studyItems } from "../study-rows";

/** Has a simulated panel answer a copy of the study, in the background. One rehearsal of a study at a time. */
export const startRehearsal = command({
  name: "start-rehearsal",
  input: z.strictObject({ study: z.string(), settings: RehearsalSettings }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { study: slug, settings }) => {
    if (desk.simulated) return refused("already-simulated");
    if ((await studyItems(tx, desk.studyId)).length === 0) return refused("no-items");
    const copy = rehearsalOf(slug);
    const [there] = await tx.select({ id: study.id }).from(study).where(eq(study.slug, copy));
    if (there) return refused("rehearsal-exists");
    await enqueue(tx, "rehearse", [{ study: slug, owner: desk.facilitatorId, settings }]);
    return done({ experts: settings.experts });
  },
  tells: ({ experts }) => experts,
});
