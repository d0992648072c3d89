import type { StudyLetter } from "@/delphi/letter";
import { enqueue } from "./queue";
import type { Tx } from "./run";
import { delivery, mailing } from "./schema/mail";

const ROWS_A_STATEMENT = 5000;

/**
 * Sends one letter to these people: notes the mailing and what becomes of it for each of them, and queues it, all
 * in the caller's transaction. What goes out once for a round or an edition is refused a second time by the table.
 * @returns how many letters were queued
 */
export async function sendOut(
  tx: Tx,
  studyId: string,
  of: { readonly letter: StudyLetter; readonly number: number; readonly planned?: boolean },
  people: readonly string[],
  now: Date,
): Promise<number> {
  const [made] = await tx
    .insert(mailing)
    .values({ studyId, ...of, at: now })
    .returning({ id: mailing.id });
  const mailingId = made!.id;
  for (let from = 0; from < people.length; from += ROWS_A_STATEMENT)
    await tx
      .insert(delivery)
      .values(
        people.slice(from, from + ROWS_A_STATEMENT).map((invitationId) => ({ mailingId, invitationId })),
      );
  return enqueue(
    tx,
    "mail-panel",
    people.map((invitation) => ({ study: studyId, invitation, letter: of.letter, mailing: mailingId })),
  );
}
