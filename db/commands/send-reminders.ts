import { and, eq, gt, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { command, type Tx } from "../run";
import { audit, finishedMark, invitation } from "../schema/identity";
import { round } from "../schema/study";

const NAME = "send-reminders";

/** The marks change once a night, so a second reminder within a day would reach the same people again. */
const HOURS_BETWEEN = 20;

/** Reminds those invited whom the nightly marks don't know to have finished the open round. */
export const sendReminders = command({
  name: NAME,
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    if (desk.simulated) return refused("simulated-panel");
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const open = await openRoundOf(tx, desk);
    if (open === null) return refused("no-open-round");
    if (await remindedLately(tx, desk, now)) return refused("reminded-today");
    const people = await unfinished(tx, desk, open);
    if (people.length === 0) return refused("nobody-to-remind");
    const queued = await enqueue(
      tx,
      "mail-panel",
      people.map(({ id }) => ({ study: desk.studyId, invitation: id, letter: "reminder" as const })),
    );
    return done({ queued });
  },
  tells: ({ queued }) => queued,
});

async function openRoundOf(tx: Tx, desk: Desk): Promise<number | null> {
  const [open] = await tx
    .select({ number: round.number })
    .from(round)
    .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")));
  return open?.number ?? null;
}

async function remindedLately(tx: Tx, desk: Desk, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - HOURS_BETWEEN * 3_600_000);
  const lately = await tx
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.studyId, desk.studyId), eq(audit.act, NAME), gt(audit.at, since)))
    .limit(1);
  return lately.length > 0;
}

const unfinished = (tx: Tx, desk: Desk, open: number): Promise<{ id: string }[]> =>
  tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, desk.studyId),
        isNotNull(invitation.invitedAt),
        isNull(invitation.revokedAt),
        eq(invitation.declined, false),
        eq(invitation.reminders, true),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(finishedMark)
            .where(
              and(
                eq(finishedMark.studyId, desk.studyId),
                eq(finishedMark.round, open),
                eq(finishedMark.invitationId, invitation.id),
              ),
            ),
        ),
      ),
    );
