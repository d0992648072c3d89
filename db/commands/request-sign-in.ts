import { and, count, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { anyone } from "../access/anyone";
import { normalAddress } from "../address";
import { DEMO_ADDRESS } from "../demo-address";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { command, type Tx } from "../run";
import { facilitator, signInLink } from "../schema/identity";

/** More live links than this are somebody else filling a facilitator's mailbox. */
const LIVE_LINKS = 5;

/** Queues a sign-in mail if the address is on the roll. The answer is the same for every address. */
export const requestSignIn = command({
  name: "request-sign-in",
  input: z.strictObject({ address: z.string().max(1000) }),
  access: anyone,
  run: async (tx, _anyone, { address: typed }, now) => {
    const address = normalAddress(typed);
    const person = address && (await onRoll(tx, address));
    if (person && (await liveLinks(tx, person, now)) < LIVE_LINKS)
      await enqueue(tx, "mail-sign-in", [{ facilitator: person }]);
    return done({});
  },
});

async function onRoll(tx: Tx, address: string): Promise<string | undefined> {
  if (address === DEMO_ADDRESS && !environment().demo) return undefined;
  const [row] = await tx
    .select({ id: facilitator.id })
    .from(facilitator)
    .where(eq(facilitator.address, address));
  return row?.id;
}

async function liveLinks(tx: Tx, facilitatorId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ links: count() })
    .from(signInLink)
    .where(and(eq(signInLink.facilitatorId, facilitatorId), gt(signInLink.expiresAt, now)));
  return row?.links ?? 0;
}
