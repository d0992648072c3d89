import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { normalAddress } from "../address";
import { drawLink, endLink } from "../draw-link";
import { command, NotFound } from "../run";
import { finishedMark, invitation } from "../schema/identity";

/**
 * Gives somebody on the roll another address, or with the same one a new link. The former link ends, since whoever
 * reads the former mailbox has it, and the new one opens an empty seat: no answer can follow a person. It goes out
 * with the next invitations.
 */
export const changeAddress = command({
  name: "change-address",
  input: z.strictObject({ study: z.string(), invitation: z.uuid(), address: z.string().max(1000) }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id, address: given }) => {
    const address = normalAddress(given);
    if (address === null) return refused("not-an-address", { address: given });
    const one = and(eq(invitation.studyId, desk.studyId), eq(invitation.id, id));
    const [person] = await tx.select().from(invitation).where(one);
    if (!person) throw new NotFound();
    const [holder] = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(and(eq(invitation.studyId, desk.studyId), eq(invitation.address, address)));
    if (holder && holder.id !== id) return refused("address-on-the-roll", { address });
    await endLink(tx, person, true);
    await tx
      .update(invitation)
      .set({ address, invitedAt: null, revokedAt: null, bounced: "", personHash: null, sealedPerson: null })
      .where(one);
    // Their next seat is empty, so no mark of the former one holds for it.
    await tx
      .delete(finishedMark)
      .where(and(eq(finishedMark.studyId, desk.studyId), eq(finishedMark.invitationId, id)));
    if (desk.simulated || desk.protocol.anonymity === "sealed") await drawLink(tx, person, "sealed");
    return done({});
  },
});
