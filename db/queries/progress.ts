import { and, count, desc, eq, inArray, isNull, max, sql } from "drizzle-orm";
import { z } from "zod";
import { Snapshot } from "@/delphi/publication";
import { type Desk, deskAs } from "../access/desk";
import { type DeskTrouble, openingOf, type ScheduledOpening, troublesOf } from "../on-the-clock";
import { participation, type StratumTurnout } from "../participation";
import { recipients, unfinished, waitingForInvitation } from "../recipients";
import { query, type Tx } from "../run";
import { finishedMark } from "../schema/identity";
import { mailing } from "../schema/mail";
import { answerText, panelQuestion } from "../schema/panel";
import { round, study } from "../schema/study";
import { peopleInvited } from "../study-rows";

/** How far a study is: counts only. Live is the total of submissions; who has finished is as of last night. */
export type Progress = {
  readonly people: number;
  /** Of them, those who were sent an invitation and whom mail may and can reach. */
  readonly invited: number;
  /** Those whom the next invitations would reach. */
  readonly waiting: number;
  readonly round: {
    readonly number: number;
    readonly open: boolean;
    readonly submitted: number;
    /** By the marks of last night; for a closed round, by the last night before its close. */
    readonly finished: number;
    /** How many a reminder would reach. */
    readonly left: number;
    /** Who has finished, by stratum. */
    readonly strata: readonly StratumTurnout[];
  } | null;
  /** Links replaced since round 1 opened: each may have given one person a second seat. */
  readonly replacedLinks: number;
  readonly remindedAt: Date | null;
  /** When the next round opens by itself, if it does. */
  readonly opening: ScheduledOpening | null;
  /** What could not happen on time, and why. */
  readonly troubles: readonly DeskTrouble[];
  /** Texts of closed rounds that nobody has looked at. */
  readonly waitingTexts: number;
  /** Questions of the panel that nobody has answered. */
  readonly waitingQuestions: number;
  /** What the protocol says after the last closed round: that no other should follow. */
  readonly stop: boolean;
};

export const progress = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk): Promise<Progress> => {
    const [latest] = await tx
      .select({ number: round.number, state: round.state })
      .from(round)
      .where(eq(round.studyId, desk.studyId))
      .orderBy(desc(round.number))
      .limit(1);
    return {
      people: await peopleInvited(tx, desk.studyId),
      invited: (await recipients(tx, desk.studyId)).length,
      waiting: await waitingForInvitation(tx, desk.studyId),
      round: latest
        ? {
            number: latest.number,
            open: latest.state === "open",
            ...(await turnout(tx, desk, latest.number)),
            left: (await unfinished(tx, desk.studyId, latest.number)).length,
            strata: await participation(tx, desk.studyId, latest.number),
          }
        : null,
      replacedLinks: await replacedLinks(tx, desk),
      opening: await openingOf(tx, desk.studyId),
      troubles: await troublesOf(tx, desk.studyId),
      remindedAt: await lastReminder(tx, desk),
      waitingTexts: await waitingTexts(tx, desk),
      waitingQuestions: await tx.$count(
        panelQuestion,
        and(eq(panelQuestion.studyId, desk.studyId), isNull(panelQuestion.answer)),
      ),
      stop: await saysStop(tx, desk),
    };
  },
});

async function turnout(tx: Tx, desk: Desk, number: number) {
  const [live] = await tx.execute<{ seats: number }>(sql`
    select count(distinct seat_id)::int as seats from submission
    where study_id = ${desk.studyId} and round = ${number}`);
  const [marked] = await tx
    .select({ people: count() })
    .from(finishedMark)
    .where(and(eq(finishedMark.studyId, desk.studyId), eq(finishedMark.round, number)));
  return { submitted: live?.seats ?? 0, finished: marked?.people ?? 0 };
}

async function replacedLinks(tx: Tx, desk: Desk): Promise<number> {
  const [row] = await tx.select({ links: study.replacedLinks }).from(study).where(eq(study.id, desk.studyId));
  return row!.links;
}

async function lastReminder(tx: Tx, desk: Desk): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(mailing.at) })
    .from(mailing)
    .where(and(eq(mailing.studyId, desk.studyId), inArray(mailing.letter, ["reminder", "closing-soon"])));
  return row?.at ?? null;
}

async function waitingTexts(tx: Tx, desk: Desk): Promise<number> {
  const [row] = await tx
    .select({ texts: count() })
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .where(
      and(eq(answerText.studyId, desk.studyId), eq(answerText.state, "waiting"), eq(round.state, "closed")),
    );
  return row?.texts ?? 0;
}

async function saysStop(tx: Tx, desk: Desk): Promise<boolean> {
  const [row] = await tx
    .select({ snapshot: round.snapshot })
    .from(round)
    .where(and(eq(round.studyId, desk.studyId), eq(round.state, "closed")))
    .orderBy(desc(round.number))
    .limit(1);
  return row ? Snapshot.parse(row.snapshot).stop : false;
}
