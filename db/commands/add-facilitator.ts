import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { normalAddress } from "../address";
import { adoptStudies } from "../adopt-studies";
import { command } from "../run";
import { facilitator } from "../schema/identity";
import { drawSignInLink } from "../sign-in-link";

/**
 * Puts somebody on the facilitators' roll, or finds them there, and draws a one-time link for the operator to
 * hand over. Studies without an owner become theirs.
 */
export const addFacilitator = command({
  name: "add-facilitator",
  input: z.strictObject({ address: z.string().max(320), name: z.string().trim().max(200).optional() }),
  access: operator,
  run: async (tx, _operator, { address: typed, name }, now) => {
    const address = normalAddress(typed);
    if (!address) return refused("not-an-address", { address: typed });
    const [row] = await tx
      .insert(facilitator)
      .values({ address, name: name || address.split("@")[0]!, createdAt: now })
      .onConflictDoUpdate({ target: facilitator.address, set: { address, ...(name && { name }) } })
      .returning({ id: facilitator.id });
    const facilitatorId = row!.id;
    await adoptStudies(tx, facilitatorId);
    return done({ facilitatorId, token: await drawSignInLink(tx, facilitatorId, now) });
  },
});
