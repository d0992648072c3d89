import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { StudyLetter } from "@/delphi/letter";
import { deskAs } from "../access/desk";
import { NotFound, query } from "../run";
import { invitation } from "../schema/identity";
import { delivery, mailing as mailingTable } from "../schema/mail";

export type Fate = (typeof delivery.$inferSelect)["state"];

export type Mailing = {
  readonly letter: StudyLetter;
  readonly number: number;
  readonly planned: boolean;
  readonly at: Date;
  /** Those still on the roll; those whose letter did not arrive first. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly state: Fate;
    /** The mail server's codes, or the kind of failure. */
    readonly code: string | null;
  }[];
};

/** One mailing and what became of it for each recipient. Nothing here comes from a seat. */
export const mailing = query({
  input: z.strictObject({ study: z.string(), mailing: z.uuid() }),
  access: deskAs("facilitator"),
  run: async (tx, { studyId }, { mailing: id }): Promise<Mailing> => {
    const [found] = await tx
      .select()
      .from(mailingTable)
      .where(and(eq(mailingTable.id, id), eq(mailingTable.studyId, studyId)));
    if (!found) throw new NotFound();
    const people = await tx
      .select({
        id: invitation.id,
        name: invitation.name,
        address: invitation.address,
        state: delivery.state,
        code: delivery.code,
      })
      .from(delivery)
      .innerJoin(invitation, and(eq(invitation.studyId, studyId), eq(invitation.id, delivery.invitationId)))
      .where(eq(delivery.mailingId, id))
      .orderBy(
        sql`array_position(array['refused', 'failed', 'unclear', 'put-off', 'sending', 'waiting'], ${delivery.state})`,
        asc(sql`lower(${invitation.name})`),
        asc(invitation.address),
      );
    const { letter, number, planned, at } = found;
    return { letter, number, planned, at, people };
  },
});
