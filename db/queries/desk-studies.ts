import { asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Phase, phaseOf, StudyContent } from "@/delphi/study";
import { onRoll, type Role } from "../access/desk";
import { query } from "../run";
import { membership } from "../schema/identity";
import { round, study } from "../schema/study";

export type DeskListing = {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly simulated: boolean;
  readonly role: Role;
  readonly phase: Phase;
  readonly archived: boolean;
  /** The latest round, open or closed. */
  readonly round: {
    readonly number: number;
    readonly openedAt: Date;
    readonly closesAt: Date | null;
    readonly closedAt: Date | null;
    readonly submitted: number;
  } | null;
  readonly people: number;
  readonly editions: number;
};

/** The studies at whose desk this person sits, the youngest first. */
export const deskStudies = query({
  input: z.strictObject({}),
  access: onRoll,
  run: async (tx, { facilitatorId }): Promise<readonly DeskListing[]> => {
    const studies = await tx
      .select({
        id: study.id,
        slug: study.slug,
        content: study.content,
        simulated: study.simulated,
        concludedAt: study.concludedAt,
        cancelReason: study.cancelReason,
        archived: sql<boolean>`${study.archivedAt} is not null`,
        role: membership.role,
        people: sql<number>`(select count(*)::int from invitation
          where invitation.study_id = ${study.id} and revoked_at is null)`,
        editions: sql<number>`(select count(*)::int from edition where edition.study_id = ${study.id})`,
      })
      .from(membership)
      .innerJoin(study, eq(study.id, membership.studyId))
      .where(eq(membership.facilitatorId, facilitatorId))
      .orderBy(desc(study.createdAt), asc(study.slug));
    const rounds = await tx
      .select({
        studyId: round.studyId,
        number: round.number,
        state: round.state,
        openedAt: round.openedAt,
        closesAt: round.closesAt,
        closedAt: round.closedAt,
        submitted: sql<number>`(select count(distinct seat_id)::int from submission
          where submission.study_id = ${round.studyId} and submission.round = ${round.number})`,
      })
      .from(round)
      .innerJoin(membership, eq(membership.studyId, round.studyId))
      .where(eq(membership.facilitatorId, facilitatorId))
      .orderBy(asc(round.number));
    return studies.map(({ id, content, concludedAt, cancelReason, ...row }) => {
      const own = rounds.filter((one) => one.studyId === id);
      const { title, question } = StudyContent.parse(content);
      const phase = phaseOf(own, { concludedAt, cancelReason });
      return { ...row, title, question, phase, round: latest(own) };
    });
  },
});

type Listed = NonNullable<DeskListing["round"]>;

function latest(rounds: readonly Listed[]): Listed | null {
  const last = rounds.at(-1);
  if (!last) return null;
  const { number, openedAt, closesAt, closedAt, submitted } = last;
  return { number, openedAt, closesAt, closedAt, submitted };
}
