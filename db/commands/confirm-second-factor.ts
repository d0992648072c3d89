import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { onRoll } from "../access/desk";
import { command } from "../run";
import { secondFactor } from "../schema/entrance";
import { drawRecoveryCodes, type Proven, proveCode } from "../second-factor";

type Confirmed = { readonly proven: Proven; readonly codes: readonly string[] };

/** Turns the second factor on with a first code of the device, and draws the codes for when it is lost. */
export const confirmSecondFactor = command({
  name: "confirm-second-factor",
  input: z.strictObject({ code: z.string().max(100) }),
  access: onRoll,
  run: async (tx, person, { code }, now) => {
    const mine = and(eq(secondFactor.id, person.facilitatorId), isNull(secondFactor.confirmedAt));
    const [waiting] = await tx.select({ id: secondFactor.id }).from(secondFactor).where(mine).for("update");
    if (!waiting) return refused("second-factor-not-begun");
    const proven = await proveCode(tx, person, code, now);
    if (proven !== "right") return done<Confirmed>({ proven, codes: [] });
    await tx.update(secondFactor).set({ confirmedAt: now }).where(mine);
    return done<Confirmed>({ proven, codes: await drawRecoveryCodes(tx, person.facilitatorId) });
  },
});
