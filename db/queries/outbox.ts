import { desc } from "drizzle-orm";
import { z } from "zod";
import { onRollInDemo } from "../access/demo";
import { OutboxMail } from "../outbox-mail";
import { query } from "../run";
import { outbox as outboxTable } from "../schema/identity";
import { unseal } from "../sealing";

export type OutboxEntry = OutboxMail & { readonly id: string; readonly at: Date };

/** The demo's latest mails, newest first, in place of the mailboxes they would have gone to. */
export const outbox = query({
  input: z.strictObject({ most: z.int().min(1).max(500).default(100) }),
  access: onRollInDemo,
  run: async (tx, _demo, { most }): Promise<readonly OutboxEntry[]> => {
    const rows = await tx.select().from(outboxTable).orderBy(desc(outboxTable.at)).limit(most);
    return rows.map(({ id, at, sealed }) => ({
      id,
      at,
      ...OutboxMail.parse(JSON.parse(unseal(sealed, "outbox"))),
    }));
  },
});
