import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { StudyLetter } from "@/delphi/letter";
import { NO_REMINDERS, ReminderPlan } from "@/delphi/reminder-plan";
import { deskAs } from "../access/desk";
import { latestEdition } from "../letter-words";
import { recipients } from "../recipients";
import { query, type Tx } from "../run";
import { delivery, mailing, mailTemplate, reminderPlan } from "../schema/mail";

/** The fates of letters, as the desk counts them. */
export type Fates = {
  readonly sent: number;
  /** Still to be sent, or under way. */
  readonly waiting: number;
  /** Refused, given up, or perhaps not arrived. */
  readonly lost: number;
  /** Not sent, since they no longer applied. */
  readonly dropped: number;
};

export type SentOut = Fates & {
  readonly id: string;
  readonly letter: StudyLetter;
  /** The round, or the edition, that it is about. */
  readonly number: number;
  readonly planned: boolean;
  readonly at: Date;
};

export type MailDesk = {
  /** Latest first. */
  readonly mailings: readonly SentOut[];
  /** The letters that the study has words of its own for. */
  readonly own: readonly StudyLetter[];
  readonly plan: ReminderPlan;
  /** The latest edition, and how many could be told of it; null where there is none, or they were told. */
  readonly untold: { readonly edition: number; readonly people: number } | null;
};

/** A study's mail: what went out and what became of it, whose words the letters have, when reminders leave. */
export const mailDesk = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("facilitator"),
  run: async (tx, { studyId }): Promise<MailDesk> => {
    const own = await tx
      .select({ letter: mailTemplate.letter })
      .from(mailTemplate)
      .where(eq(mailTemplate.studyId, studyId));
    const [row] = await tx.select().from(reminderPlan).where(eq(reminderPlan.studyId, studyId));
    return {
      mailings: await mailingsOf(tx, studyId),
      own: own.map(({ letter }) => letter),
      plan: row ? ReminderPlan.parse(row.plan) : NO_REMINDERS,
      untold: await untoldEdition(tx, studyId),
    };
  },
});

const counted = (...states: (typeof delivery.$inferSelect)["state"][]) =>
  sql<number>`(count(*) filter (where ${delivery.state} in ${states}))::int`;

const mailingsOf = (tx: Tx, studyId: string): Promise<SentOut[]> =>
  tx
    .select({
      id: mailing.id,
      letter: mailing.letter,
      number: mailing.number,
      planned: mailing.planned,
      at: mailing.at,
      sent: counted("sent"),
      waiting: counted("waiting", "sending", "put-off"),
      lost: counted("refused", "unclear", "failed"),
      dropped: counted("dropped"),
    })
    .from(mailing)
    .leftJoin(delivery, eq(delivery.mailingId, mailing.id))
    .where(eq(mailing.studyId, studyId))
    .groupBy(mailing.id)
    .orderBy(desc(mailing.at));

async function untoldEdition(tx: Tx, studyId: string): Promise<MailDesk["untold"]> {
  const edition = await latestEdition(tx, studyId);
  if (edition === null) return null;
  const told = await tx
    .select({ id: mailing.id })
    .from(mailing)
    .where(and(eq(mailing.studyId, studyId), eq(mailing.letter, "results"), eq(mailing.number, edition)));
  return told.length > 0 ? null : { edition, people: (await recipients(tx, studyId)).length };
}
