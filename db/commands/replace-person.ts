import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { normalAddress } from "../address";
import { endLink, keptOf } from "../draw-link";
import { oneOnRoll, personOnRoll, roundsSoFar } from "../one-person";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { newToken } from "../sealing";

/**
 * Puts somebody else in a person's place, between rounds: the former link ends, the new one opens an empty seat, and
 * the group and the language stay. What the former person answered in closed rounds stays counted.
 */
export const replacePerson = command({
  name: "replace-person",
  input: z.strictObject({
    study: z.string(),
    invitation: z.uuid(),
    name: z.string().trim().max(200, "At most 200 characters."),
    address: z.string().max(1000),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id, name, address: given }, now) => {
    const former = await personOnRoll(tx, desk, id);
    if (former.revokedAt !== null) return refused("link-is-revoked");
    // A seat that joins an open round could be set around one that has answered (docs/decisions/014).
    if ((await roundsSoFar(tx, desk)).open) return refused("between-rounds-only");
    const address = normalAddress(given);
    if (address === null) return refused("not-an-address", { address: given });
    const taken = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(and(eq(invitation.studyId, desk.studyId), eq(invitation.address, address)));
    if (taken.length > 0) return refused("address-on-the-roll", { address });
    await endLink(tx, former, false);
    await tx.update(invitation).set({ revokedAt: now }).where(oneOnRoll(desk, id));
    const { studyId, stratum, language } = former;
    const strict = !desk.simulated && desk.protocol.anonymity === "strict";
    await tx.insert(invitation).values({
      studyId,
      name,
      address,
      stratum,
      language,
      ...(strict ? {} : keptOf(newToken(), studyId, "sealed")),
    });
    return done({});
  },
});
