import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { deskAs, type Role } from "../access/desk";
import { query } from "../run";
import { facilitator, membership } from "../schema/identity";

export type Member = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  /** The person who asks. */
  readonly you: boolean;
};

/** Who sits at a study's desk, by name. */
export const members = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk): Promise<readonly Member[]> => {
    const rows = await tx
      .select({
        id: facilitator.id,
        name: facilitator.name,
        address: facilitator.address,
        role: membership.role,
      })
      .from(membership)
      .innerJoin(facilitator, eq(facilitator.id, membership.facilitatorId))
      .where(eq(membership.studyId, desk.studyId))
      .orderBy(asc(facilitator.name), asc(facilitator.address));
    return rows.map((row) => ({ ...row, you: row.id === desk.facilitatorId }));
  },
});
