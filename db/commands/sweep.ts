import { lt } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { attempt } from "../schema/entrance";
import { signInLink } from "../schema/identity";

/** Deletes sign-in links that nobody can use any more, and counts of attempts whose time is over. */
export const sweep = command({
  name: "sweep",
  input: z.strictObject({}),
  access: operator,
  run: async (tx, _operator, _input, now) => {
    const gone = await tx
      .delete(signInLink)
      .where(lt(signInLink.expiresAt, now))
      .returning({ hash: signInLink.hash });
    await tx.delete(attempt).where(lt(attempt.until, now));
    return done({ links: gone.length });
  },
});
