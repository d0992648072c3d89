import { and, asc, eq, inArray } from "drizzle-orm";
import type { SentReminder } from "@/delphi/reminder-plan";
import type { Tx } from "./run";
import { mailing } from "./schema/mail";

/** The reminders of one round that went out, the last call among them. */
export async function remindersSent(
  tx: Tx,
  studyId: string,
  round: number,
): Promise<readonly SentReminder[]> {
  const rows = await tx
    .select({ letter: mailing.letter, at: mailing.at })
    .from(mailing)
    .where(
      and(
        eq(mailing.studyId, studyId),
        eq(mailing.number, round),
        inArray(mailing.letter, ["reminder", "closing-soon"]),
      ),
    )
    .orderBy(asc(mailing.at));
  return rows as SentReminder[];
}
