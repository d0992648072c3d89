import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { delivery } from "../schema/mail";

/**
 * Takes one letter for sending, before it is written: whoever comes second, after a restart or beside, finds it
 * taken. What was being sent when a program ended may have arrived, so it is never sent again by itself.
 */
export const beginDelivery = command({
  name: "begin-delivery",
  input: z.strictObject({ mailing: z.uuid(), invitation: z.uuid() }),
  access: operator,
  run: async (tx, _operator, { mailing, invitation }) => {
    const one = and(eq(delivery.mailingId, mailing), eq(delivery.invitationId, invitation));
    const taken = await tx
      .update(delivery)
      .set({ state: "sending" })
      .where(and(one, inArray(delivery.state, ["waiting", "put-off"])))
      .returning({ state: delivery.state });
    if (taken.length > 0) return done({ begun: true });
    await tx
      .update(delivery)
      .set({ state: "unclear" })
      .where(and(one, eq(delivery.state, "sending")));
    return done({ begun: false });
  },
});
