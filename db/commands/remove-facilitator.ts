import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { normalAddress } from "../address";
import { command } from "../run";
import { facilitator } from "../schema/identity";

/** Takes somebody off the facilitators' roll: their session opens nothing from the next click on. */
export const removeFacilitator = command({
  name: "remove-facilitator",
  input: z.strictObject({ address: z.string().max(320) }),
  access: operator,
  run: async (tx, _operator, { address: typed }) => {
    const address = normalAddress(typed) ?? typed;
    const removed = await tx
      .delete(facilitator)
      .where(eq(facilitator.address, address))
      .returning({ id: facilitator.id });
    return removed.length > 0 ? done({}) : refused("not-on-the-roll", { address });
  },
});
