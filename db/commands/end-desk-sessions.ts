import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { onRoll } from "../access/desk";
import { command } from "../run";
import { facilitator } from "../schema/identity";

/** Ends every session of one's own at the desk, on whatever device. */
export const endDeskSessions = command({
  name: "end-desk-sessions",
  input: z.strictObject({}),
  access: onRoll,
  run: async (tx, person) => {
    await tx
      .update(facilitator)
      .set({ sessionEpoch: sql`${facilitator.sessionEpoch} + 1` })
      .where(eq(facilitator.id, person.facilitatorId));
    return done({});
  },
});
