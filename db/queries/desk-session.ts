import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { anyone } from "../access/anyone";
import { query } from "../run";
import { facilitator } from "../schema/identity";

/** Whether a session of the desk still stands: its owner is on the roll and has not ended it from elsewhere. */
export const deskSession = query({
  input: z.strictObject({ facilitatorId: z.uuid(), epoch: z.int() }),
  access: anyone,
  run: async (tx, _anyone, { facilitatorId, epoch }) => {
    const [row] = await tx
      .select({ id: facilitator.id })
      .from(facilitator)
      .where(and(eq(facilitator.id, facilitatorId), eq(facilitator.sessionEpoch, epoch)));
    return { stands: row !== undefined };
  },
});
