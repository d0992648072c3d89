import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { oneOnRoll, personOnRoll } from "../one-person";
import { command } from "../run";
import { invitation } from "../schema/identity";

/**
 * Marks an address whose mail came back to a person's mailbox, where Tholos does not see it; or lets mail go there
 * again, after the mailbox was mended. Another address is changeAddress.
 */
export const markBounced = command({
  name: "mark-bounced",
  input: z.strictObject({
    study: z.string(),
    invitation: z.uuid(),
    bounced: z.boolean(),
    said: z.string().trim().max(300).default(""),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id, bounced, said }) => {
    await personOnRoll(tx, desk, id);
    await tx
      .update(invitation)
      .set({ bounced: bounced ? said || "-" : "" })
      .where(oneOnRoll(desk, id));
    return done({});
  },
  tells: (_value, { bounced }) => (bounced ? "" : "mended"),
});
