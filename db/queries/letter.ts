import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { Item } from "@/delphi/item";
import { minutesFor } from "@/delphi/questionnaire";
import { StudyContent } from "@/delphi/study";
import { operator } from "../access/anyone";
import { NotFound, query, type Tx } from "../run";
import { finishedMark, invitation } from "../schema/identity";
import { round, study } from "../schema/study";
import { unseal } from "../sealing";

/** Everything a mail to an expert needs. It is made when the mail is sent and kept nowhere. */
export type Letter = {
  readonly name: string;
  readonly address: string;
  readonly study: Pick<StudyContent, "title" | "question" | "organiser" | "contact"> & {
    readonly simulated: boolean;
  };
  /** The open round, if there is one. */
  readonly round: {
    readonly number: number;
    readonly minutes: number;
    readonly closesAt: Date | null;
    /** By last night's marks. */
    readonly finished: boolean;
  } | null;
  /** T, in groups, as it is printed and as it stands in the link. */
  readonly token: string;
};

/** For somebody on the roll whose link holds and can be sent; for anybody else there is no letter. */
export const letter = query({
  input: z.strictObject({ study: z.uuid(), invitation: z.uuid() }),
  access: operator,
  run: async (tx, _operator, { study: studyId, invitation: id }): Promise<Letter> => {
    const [row] = await tx
      .select({
        name: invitation.name,
        address: invitation.address,
        sealed: invitation.sealedToken,
        content: study.content,
        simulated: study.simulated,
      })
      .from(invitation)
      .innerJoin(study, eq(study.id, invitation.studyId))
      .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id), isNull(invitation.revokedAt)));
    if (!row?.sealed) throw new NotFound();
    const { title, question, organiser, contact } = StudyContent.parse(row.content);
    return {
      name: row.name,
      address: row.address,
      study: { title, question, organiser, contact, simulated: row.simulated },
      round: await openRound(tx, studyId, id),
      token: unseal(row.sealed, `invitation:${studyId}`),
    };
  },
});

async function openRound(tx: Tx, studyId: string, invitationId: string): Promise<Letter["round"]> {
  const [row] = await tx
    .select({
      number: round.number,
      items: round.items,
      closesAt: round.closesAt,
      mark: finishedMark.invitationId,
    })
    .from(round)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, round.studyId),
        eq(finishedMark.round, round.number),
        eq(finishedMark.invitationId, invitationId),
      ),
    )
    .where(and(eq(round.studyId, studyId), eq(round.state, "open")))
    .orderBy(desc(round.number))
    .limit(1);
  if (!row) return null;
  const minutes = minutesFor(z.array(Item).parse(row.items));
  return { number: row.number, minutes, closesAt: row.closesAt, finished: row.mark !== null };
}
