import { and, eq, gt, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { anyone } from "../access/anyone";
import { command, type Tx } from "../run";
import { secondFactor } from "../schema/entrance";
import { facilitator, signInLink } from "../schema/identity";
import { type Proven, proveCode } from "../second-factor";
import { signInHash } from "../sign-in-link";

type Entered =
  | {
      readonly proven: "right";
      readonly facilitatorId: string;
      readonly name: string;
      readonly address: string;
      readonly epoch: number;
    }
  | { readonly proven: Exclude<Proven, "right"> };

/**
 * Uses up a one-time link. Of two who come with the same token at once, one gets in. Whoever has a second factor
 * is asked for it first; the link stays good meanwhile, and a wrong code is counted.
 */
export const redeemSignIn = command({
  name: "redeem-sign-in",
  input: z.strictObject({ token: z.string().max(200), code: z.string().max(100).optional() }),
  access: anyone,
  run: async (tx, _anyone, { token, code }, now) => {
    const hash = signInHash(token);
    if (!hash) return refused("link-used-or-expired");
    const link = eq(signInLink.hash, hash);
    const [found] = await tx
      .select({ facilitatorId: signInLink.facilitatorId })
      .from(signInLink)
      .where(and(link, gt(signInLink.expiresAt, now)))
      .for("update");
    if (!found) return refused("link-used-or-expired");
    const [person] = await tx.select().from(facilitator).where(eq(facilitator.id, found.facilitatorId));
    if (!person) return refused("link-used-or-expired");
    const { id: facilitatorId, name, address, sessionEpoch: epoch } = person;
    if (await asksForCode(tx, facilitatorId)) {
      if (!code?.trim()) return refused("second-factor-needed");
      const proven = await proveCode(tx, { facilitatorId, address }, code, now);
      if (proven !== "right") return done<Entered>({ proven });
    }
    await tx.delete(signInLink).where(link);
    return done<Entered>({ proven: "right", facilitatorId, name, address, epoch });
  },
});

async function asksForCode(tx: Tx, facilitatorId: string): Promise<boolean> {
  const confirmed = and(eq(secondFactor.id, facilitatorId), isNotNull(secondFactor.confirmedAt));
  const [row] = await tx.select({ id: secondFactor.id }).from(secondFactor).where(confirmed);
  return row !== undefined;
}
