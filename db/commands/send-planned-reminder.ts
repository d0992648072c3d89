import { eq } from "drizzle-orm";
import { z } from "zod";
import { dueLetter, ReminderPlan } from "@/delphi/reminder-plan";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { unfinished } from "../recipients";
import { remindersSent } from "../reminders-sent";
import { command } from "../run";
import { reminderPlan } from "../schema/mail";
import { sendOut } from "../send-out";
import { openRoundOf } from "../study-rows";

/**
 * Sends the reminder or last call that is due by the study's plan, to those who have not finished by the nightly
 * marks. Where nobody is left to remind, the time counts as used all the same.
 */
export const sendPlannedReminder = command({
  name: "send-planned-reminder",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    if (desk.simulated) return refused("simulated-panel");
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const [row] = await tx.select().from(reminderPlan).where(eq(reminderPlan.studyId, desk.studyId));
    const open = await openRoundOf(tx, desk.studyId);
    if (!row || open === null) return refused("nothing-due");
    const sent = await remindersSent(tx, desk.studyId, open.number);
    const letter = dueLetter(ReminderPlan.parse(row.plan), { ...open, sent }, now);
    if (letter === null) return refused("nothing-due");
    const people = await unfinished(tx, desk.studyId, open.number);
    const of = { letter, number: open.number, planned: true };
    return done({ letter, queued: await sendOut(tx, desk.studyId, of, people, now) });
  },
  tells: ({ queued }) => queued,
});
