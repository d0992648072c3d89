import { z } from "zod";
import { ReminderPlan } from "@/delphi/reminder-plan";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { reminderPlan } from "../schema/mail";

/** Says when reminders of a round leave by themselves. It holds for the open round and for those to come. */
export const planReminders = command({
  name: "plan-reminders",
  input: z.strictObject({ study: z.string(), plan: ReminderPlan }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { plan }) => {
    if (desk.simulated) return refused("simulated-panel");
    await tx
      .insert(reminderPlan)
      .values({ studyId: desk.studyId, plan })
      .onConflictDoUpdate({ target: reminderPlan.studyId, set: { plan } });
    return done({});
  },
  tells: (_value, { plan }) =>
    [...plan.daysBefore, ...(plan.closingSoon === null ? [] : [plan.closingSoon])].join(", "),
});
