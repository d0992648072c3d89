import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { dueLetter, ReminderPlan } from "@/delphi/reminder-plan";
import { operator } from "../access/anyone";
import { remindersSent } from "../reminders-sent";
import { query } from "../run";
import { reminderPlan } from "../schema/mail";
import { round, study } from "../schema/study";

/** Studies in which a reminder or a last call is due by their plan. */
export const dueReminders = query({
  input: z.strictObject({}),
  access: operator,
  run: async (tx, _operator, _input, now): Promise<readonly { readonly study: string }[]> => {
    const planned = await tx
      .select({
        id: study.id,
        slug: study.slug,
        plan: reminderPlan.plan,
        number: round.number,
        openedAt: round.openedAt,
        closesAt: round.closesAt,
      })
      .from(reminderPlan)
      .innerJoin(study, eq(study.id, reminderPlan.studyId))
      .innerJoin(round, and(eq(round.studyId, study.id), eq(round.state, "open")))
      .where(eq(study.simulated, false));
    const due: { study: string }[] = [];
    for (const { id, slug, plan, number, ...open } of planned) {
      const sent = await remindersSent(tx, id, number);
      if (dueLetter(ReminderPlan.parse(plan), { ...open, sent }, now)) due.push({ study: slug });
    }
    return due;
  },
});
