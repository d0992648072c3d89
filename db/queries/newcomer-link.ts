import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { inDemo } from "../access/demo";
import { NotFound, query } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";
import { unseal } from "../sealing";

/** The personal link's token of the seat that newcomers may try, in demo mode and a simulated study only. */
export const newcomerLink = query({
  input: z.strictObject({}),
  access: inDemo,
  run: async (tx) => {
    const [row] = await tx
      .select({ studyId: invitation.studyId, sealed: invitation.sealedToken })
      .from(invitation)
      .innerJoin(study, eq(study.id, invitation.studyId))
      .where(
        and(
          eq(study.simulated, true),
          eq(invitation.newcomer, true),
          isNull(invitation.revokedAt),
          isNotNull(invitation.sealedToken),
        ),
      )
      .orderBy(desc(study.createdAt))
      .limit(1);
    if (!row?.sealed) throw new NotFound();
    return { token: unseal(row.sealed, `invitation:${row.studyId}`) };
  },
});
