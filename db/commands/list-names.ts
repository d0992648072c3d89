import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";
import { agreement } from "../schema/identity";

/**
 * Lists beside the results those who agreed to be named by now, or nobody. The facilitators have seen each name
 * before a reader does; whoever agrees later, or under another name, waits for the next time.
 */
export const listNames = command({
  name: "list-names",
  input: z.strictObject({ study: z.string(), listed: z.boolean() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, { studyId }, { listed }) => {
    const rows = await tx
      .update(agreement)
      .set({ listed })
      .where(and(eq(agreement.studyId, studyId), eq(agreement.agreedTo, "be-named")))
      .returning({ name: agreement.name });
    if (rows.length === 0) return refused("nobody-agreed");
    await rewriteRoll(tx, studyId);
    return done({ names: listed ? rows.length : 0 });
  },
  tells: ({ names }) => names,
});
