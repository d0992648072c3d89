import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { normalAddress } from "../address";
import { DEMO_ADDRESS } from "../demo-address";
import { enqueue } from "../queue";
import { command } from "../run";
import { facilitator, membership } from "../schema/identity";

/** Roles that an owner can give. */
export const GivenRole = z.enum(["owner", "facilitator", "moderator", "observer"]);

/**
 * Lets a colleague in at a study's desk, and writes to them. Somebody who is not on the facilitators' roll yet is put
 * there: the mail leads to the ordinary sign-in page and holds no key.
 */
export const inviteMember = command({
  name: "invite-member",
  input: z.strictObject({
    study: z.string(),
    address: z.string().max(320),
    name: z.string().trim().max(200).default(""),
    role: GivenRole,
  }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { address: typed, name, role }, now) => {
    const address = normalAddress(typed);
    if (!address || address === DEMO_ADDRESS)
      return refused("not-an-address", { address: typed }, [
        { path: "address", message: "This is not an e-mail address." },
      ]);
    const [person] = await tx
      .insert(facilitator)
      .values({ address, name: name || address.split("@")[0]!, createdAt: now })
      .onConflictDoUpdate({ target: facilitator.address, set: { address } })
      .returning({ id: facilitator.id, name: facilitator.name });
    const [made] = await tx
      .insert(membership)
      .values({ studyId: desk.studyId, facilitatorId: person!.id, role })
      .onConflictDoNothing()
      .returning({ role: membership.role });
    if (!made) return refused("already-a-member", { name: person!.name });
    await enqueue(tx, "mail-member", [{ study: desk.studyId, member: person!.id }]);
    return done({ name: person!.name });
  },
  tells: ({ name }, { role }) => `${name}: ${role}`,
});
