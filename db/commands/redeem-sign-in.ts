import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { anyone } from "../access/anyone";
import { command } from "../run";
import { facilitator, signInLink } from "../schema/identity";
import { signInHash } from "../sign-in-link";

/** Uses up a one-time link. Of two who come with the same token at once, one gets in. */
export const redeemSignIn = command({
  name: "redeem-sign-in",
  input: z.strictObject({ token: z.string().max(200) }),
  access: anyone,
  run: async (tx, _anyone, { token }, now) => {
    const hash = signInHash(token);
    if (!hash) return refused("link-used-or-expired");
    const [link] = await tx
      .delete(signInLink)
      .where(and(eq(signInLink.hash, hash), gt(signInLink.expiresAt, now)))
      .returning({ facilitatorId: signInLink.facilitatorId });
    if (!link) return refused("link-used-or-expired");
    const [person] = await tx.select().from(facilitator).where(eq(facilitator.id, link.facilitatorId));
    if (!person) return refused("link-used-or-expired");
    return done({ facilitatorId: person.id, name: person.name, address: person.address });
  },
});
