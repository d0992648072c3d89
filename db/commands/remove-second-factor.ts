import { eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { onRoll } from "../access/desk";
import { command } from "../run";
import { secondFactor } from "../schema/entrance";
import { proveCode } from "../second-factor";

/** Turns one's second factor off, with a code of it: a session alone is not enough. */
export const removeSecondFactor = command({
  name: "remove-second-factor",
  input: z.strictObject({ code: z.string().max(100) }),
  access: onRoll,
  run: async (tx, person, { code }, now) => {
    const proven = await proveCode(tx, person, code, now);
    if (proven === "right") await tx.delete(secondFactor).where(eq(secondFactor.id, person.facilitatorId));
    return done({ proven });
  },
});
