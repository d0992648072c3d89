import { and, isNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { reachable } from "../recipients";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { sendOut } from "../send-out";
import { roundsOf } from "../study-rows";

/** Mails everyone on the roll who was not invited yet; doing it again reaches only those added since. */
export const sendInvitations = command({
  name: "send-invitations",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    if (desk.simulated) return refused("simulated-panel");
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const people = await tx
      .update(invitation)
      .set({ invitedAt: now })
      .where(and(reachable(desk.studyId), isNull(invitation.invitedAt)))
      .returning({ id: invitation.id });
    if (people.length === 0) return refused("nobody-to-invite");
    const ids = people.map(({ id }) => id);
    const number = await roundsOf(tx, desk.studyId);
    const queued = await sendOut(tx, desk.studyId, { letter: "invitation", number }, ids, now);
    return done({ queued });
  },
  tells: ({ queued }) => queued,
});
