import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { onRoll } from "../access/desk";
import { query } from "../run";
import { recoveryCode, secondFactor } from "../schema/entrance";
import { forDevice } from "../second-factor";

/** A facilitator's own account. What a device has to be told stands here only until it was confirmed. */
export const ownAccount = query({
  input: z.strictObject({}),
  access: onRoll,
  run: async (tx, person) => {
    const { name, address, facilitatorId } = person;
    const [factor] = await tx.select().from(secondFactor).where(eq(secondFactor.id, facilitatorId));
    if (!factor) return { name, address, factor: { state: "off" as const } };
    if (!factor.confirmedAt)
      return {
        name,
        address,
        factor: { state: "begun" as const, ...forDevice(person, factor.sealedSecret) },
      };
    const [left] = await tx
      .select({ codes: count() })
      .from(recoveryCode)
      .where(eq(recoveryCode.facilitatorId, facilitatorId));
    return {
      name,
      address,
      factor: { state: "on" as const, since: factor.confirmedAt, codesLeft: left?.codes ?? 0 },
    };
  },
});
