import { and, inArray, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command, type Tx } from "../run";
import { attempt } from "../schema/entrance";
import { signInLink } from "../schema/identity";
import { delivery, mailing } from "../schema/mail";

/** Gives up letters that no queue holds any more; deletes sign-in links that nobody can use, and counts of attempts whose time is over. */
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
    await giveUpLetters(tx, now);
    return done({ links: gone.length });
  },
});

/** Letters wait in the queue for a day at most. What is left of older mailings after an outage nobody will send. */
async function giveUpLetters(tx: Tx, now: Date): Promise<void> {
  const old = tx
    .select({ id: mailing.id })
    .from(mailing)
    .where(lt(mailing.at, new Date(now.getTime() - 25 * 3_600_000)));
  await tx
    .update(delivery)
    .set({ state: sql`case when ${delivery.state} = 'sending' then 'unclear' else 'failed' end` })
    .where(and(inArray(delivery.mailingId, old), inArray(delivery.state, ["waiting", "put-off", "sending"])));
}
