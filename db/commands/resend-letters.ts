import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { command, NotFound } from "../run";
import { delivery, mailing } from "../schema/mail";
import { roundsOf } from "../study-rows";

/**
 * Sends the letters of a mailing again that were given up or that may not have arrived. An address that refused its
 * letter has to be put right first. A letter about a round that is over stays unsent.
 */
export const resendLetters = command({
  name: "resend-letters",
  input: z.strictObject({ study: z.string(), mailing: z.uuid() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { mailing: id }) => {
    const [sent] = await tx
      .select({ letter: mailing.letter, number: mailing.number })
      .from(mailing)
      .where(and(eq(mailing.id, id), eq(mailing.studyId, desk.studyId)));
    if (!sent) throw new NotFound();
    const { letter } = sent;
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const aboutARound = letter !== "invitation" && letter !== "results";
    if (aboutARound && sent.number !== (await roundsOf(tx, desk.studyId))) return refused("letter-outdated");
    const again = await tx
      .update(delivery)
      .set({ state: "waiting", code: null })
      .where(and(eq(delivery.mailingId, id), inArray(delivery.state, ["unclear", "failed"])))
      .returning({ invitation: delivery.invitationId });
    if (again.length === 0) return refused("nothing-to-resend");
    await enqueue(
      tx,
      "mail-panel",
      again.map(({ invitation }) => ({
        study: desk.studyId,
        invitation,
        letter,
        mailing: id,
      })),
    );
    return done({ queued: again.length });
  },
  tells: ({ queued }) => queued,
});
