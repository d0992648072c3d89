import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { rewriteBothSides } from "../rewrite";
import { command, type Tx } from "../run";
import { finishedMark, invitation } from "../schema/identity";
import { submission } from "../schema/panel";
import { round, study } from "../schema/study";
import { seatOf, unseal } from "../sealing";

/** With fewer newcomers since the last marking, comparing two nights would pair a person with a seat. */
const FEWEST_NEW = 3;

/**
 * Marks who has finished the open rounds, of one study or of all: the only step from seats to people. It waits
 * until at least three more have finished, and first rewrites the seats' side in random order; in a simulated
 * study it does neither. In a strict study nobody can be marked, since no link is kept: its seats are rewritten
 * every night.
 * @returns how many people carry a new mark
 */
export const markFinished = command({
  name: "mark-finished",
  input: z.strictObject({ study: z.string().optional() }),
  access: operator,
  run: async (tx, _operator, { study: slug }) => {
    let marked = 0;
    for (const open of await roundsToMark(tx, slug)) marked += await markRound(tx, open);
    return done({ marked });
  },
});

type Open = {
  readonly studyId: string;
  readonly number: number;
  readonly simulated: boolean;
  readonly strict: boolean;
};

const roundsToMark = (tx: Tx, slug: string | undefined): Promise<Open[]> =>
  tx
    .select({
      studyId: round.studyId,
      number: round.number,
      simulated: study.simulated,
      strict: sql<boolean>`${study.protocol} ->> 'anonymity' = 'strict' and not ${study.simulated}`,
    })
    .from(round)
    .innerJoin(study, eq(study.id, round.studyId))
    .where(and(eq(round.state, "open"), slug === undefined ? undefined : eq(study.slug, slug)))
    .orderBy(asc(study.id));

async function markRound(tx: Tx, open: Open): Promise<number> {
  if (open.strict) {
    if (await hold(tx, open)) await rewriteBothSides(tx, open.studyId);
    return 0;
  }
  // Most nights nothing is new: then nobody is kept waiting.
  if (!enough(open, await newlyFinished(tx, open))) return 0;
  if (!(await hold(tx, open))) return 0;
  const people = await newlyFinished(tx, open);
  if (!enough(open, people)) return 0;
  if (!open.simulated) await rewriteBothSides(tx, open.studyId);
  await mark(tx, open, people);
  return people.length;
}

const enough = ({ simulated }: Open, people: readonly string[]): boolean =>
  people.length >= (simulated ? 1 : FEWEST_NEW);

/** Waits for the answers under way. The study first, as the desk's acts do; false if the round closed meanwhile. */
async function hold(tx: Tx, { studyId, number }: Open): Promise<boolean> {
  await tx.select({ id: study.id }).from(study).where(eq(study.id, studyId)).for("update");
  const [still] = await tx
    .select({ state: round.state })
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.number, number)))
    .for("update");
  return still?.state === "open";
}

/** Invitations without a mark whose seat has submitted. The derived seats are forgotten with the transaction. */
async function newlyFinished(tx: Tx, { studyId, number }: Open): Promise<readonly string[]> {
  const finished = new Set(
    (
      await tx
        .selectDistinct({ seatId: submission.seatId })
        .from(submission)
        .where(and(eq(submission.studyId, studyId), eq(submission.round, number)))
    ).map(({ seatId }) => seatId.toString("hex")),
  );
  if (finished.size === 0) return [];
  const unmarked = await tx
    .select({ id: invitation.id, sealed: invitation.sealedToken })
    .from(invitation)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, invitation.studyId),
        eq(finishedMark.round, number),
        eq(finishedMark.invitationId, invitation.id),
      ),
    )
    .where(
      and(
        eq(invitation.studyId, studyId),
        isNull(invitation.revokedAt),
        isNotNull(invitation.sealedToken),
        isNull(finishedMark.invitationId),
      ),
    );
  return unmarked
    .filter(({ sealed }) =>
      finished.has(seatOf(unseal(sealed!, `invitation:${studyId}`), studyId).toString("hex")),
    )
    .map(({ id }) => id);
}

/** Old marks and new ones together, in random order, so that no place tells which night somebody finished. */
async function mark(tx: Tx, { studyId, number }: Open, people: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from finished_mark where study_id = ${studyId} and round = ${number} returning invitation_id
    ), marked as (
      select invitation_id from gone union select unnest(${sql.param(people)}::uuid[])
    )
    insert into finished_mark (study_id, round, invitation_id)
    select ${studyId}::uuid, ${number}::int, invitation_id from marked order by random()`);
}
