import { system } from "@/db/actor";
import { sendPlannedReminder } from "@/db/commands/send-planned-reminder";
import { dueReminders } from "@/db/queries/due-reminders";
import { eachStudy } from "./each-study";

/** Sends the reminders that are due by the studies' plans. */
export async function sendPlannedMail(): Promise<void> {
  await eachStudy(await dueReminders(system, {}), (study) => sendPlannedReminder(system, { study }));
}
