import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { normalAddress } from "../address";
import { command } from "../run";
import { secondFactor } from "../schema/entrance";
import { facilitator } from "../schema/identity";

/** For somebody who has lost device and codes, once the operator knows that it is them. */
export const dropSecondFactor = command({
  name: "drop-second-factor",
  input: z.strictObject({ address: z.string().max(320) }),
  access: operator,
  run: async (tx, _operator, { address: typed }) => {
    const address = normalAddress(typed) ?? typed;
    const theirs = tx
      .select({ id: facilitator.id })
      .from(facilitator)
      .where(eq(facilitator.address, address));
    if ((await theirs).length === 0) return refused("not-on-the-roll", { address });
    await tx.delete(secondFactor).where(inArray(secondFactor.id, theirs));
    return done({});
  },
});
