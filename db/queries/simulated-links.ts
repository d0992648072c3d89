import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { operator } from "../access/anyone";
import { NotFound, query } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";
import { unseal } from "../sealing";

/** The personal links of a simulated panel, for the simulation that answers in its place. Of no other study. */
export const simulatedLinks = query({
  input: z.strictObject({ study: z.string() }),
  access: operator,
  run: async (tx, _operator, { study: slug }) => {
    const [found] = await tx
      .select()
      .from(study)
      .where(and(eq(study.slug, slug), eq(study.simulated, true)));
    if (!found) throw new NotFound();
    const people = await tx
      .select()
      .from(invitation)
      .where(
        and(
          eq(invitation.studyId, found.id),
          isNull(invitation.revokedAt),
          isNotNull(invitation.sealedToken),
        ),
      )
      .orderBy(asc(invitation.address));
    return people.map((person) => ({
      address: person.address,
      stratum: person.stratum,
      newcomer: person.newcomer,
      token: unseal(person.sealedToken!, `invitation:${found.id}`),
    }));
  },
});
