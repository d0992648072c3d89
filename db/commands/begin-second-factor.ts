import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { onRoll } from "../access/desk";
import { command } from "../run";
import { secondFactor } from "../schema/entrance";
import { drawSecret } from "../second-factor";

/** Draws the secret for one's device. Until a code confirms it, signing in stays as it was. */
export const beginSecondFactor = command({
  name: "begin-second-factor",
  input: z.strictObject({}),
  access: onRoll,
  run: async (tx, person) => {
    const mine = and(eq(secondFactor.id, person.facilitatorId), isNotNull(secondFactor.confirmedAt));
    const [confirmed] = await tx.select({ id: secondFactor.id }).from(secondFactor).where(mine).for("update");
    if (confirmed) return refused("second-factor-is-on");
    await drawSecret(tx, person);
    return done({});
  },
});
