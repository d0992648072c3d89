import { z } from "zod";
import { HOURS_BETWEEN_REMINDERS, mayRemindFrom } from "@/delphi/reminder-plan";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { unfinished } from "../recipients";
import { remindersSent } from "../reminders-sent";
import { command } from "../run";
import { sendOut } from "../send-out";
import { openRoundOf } from "../study-rows";

/** Reminds those invited whom the nightly marks don't know to have finished the open round. */
export const sendReminders = command({
  name: "send-reminders",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    if (desk.simulated) return refused("simulated-panel");
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const open = await openRoundOf(tx, desk.studyId);
    if (open === null) return refused("no-open-round");
    const from = mayRemindFrom(await remindersSent(tx, desk.studyId, open.number), now);
    if (from) {
      const hours = Math.ceil((from.getTime() - now.getTime()) / 3_600_000);
      return refused("reminded-lately", { hours, between: HOURS_BETWEEN_REMINDERS });
    }
    const people = await unfinished(tx, desk.studyId, open.number);
    if (people.length === 0) return refused("nobody-to-remind");
    const of = { letter: "reminder", number: open.number } as const;
    return done({ queued: await sendOut(tx, desk.studyId, of, people, now) });
  },
  tells: ({ queued }) => queued,
});
