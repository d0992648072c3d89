import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { delivery } from "../schema/mail";

/** Notes what became of one letter. Of a mail server's answer only the codes: its words hold addresses. */
export const settleDelivery = command({
  name: "settle-delivery",
  input: z.strictObject({
    mailing: z.uuid(),
    invitation: z.uuid(),
    state: z.enum(["put-off", "sent", "refused", "unclear", "failed", "dropped"]),
    code: z
      .string()
      .regex(/^[0-9A-Z. ]{1,20}$/)
      .nullable()
      .default(null),
  }),
  access: operator,
  run: async (tx, _operator, { mailing, invitation, state, code }) => {
    await tx
      .update(delivery)
      .set({ state, code })
      .where(and(eq(delivery.mailingId, mailing), eq(delivery.invitationId, invitation)));
    return done({});
  },
});
