import { sql } from "drizzle-orm";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { environment } from "../environment";
import { OutboxMail } from "../outbox-mail";
import { command, NotFound } from "../run";
import { outbox } from "../schema/identity";
import { seal } from "../sealing";

/** What the outbox page can show at most; older mails go. */
const KEPT = 500;

/** Keeps a mail of the demo, sealed. In any other mode there is no outbox. */
export const putInOutbox = command({
  name: "put-in-outbox",
  input: OutboxMail,
  access: operator,
  run: async (tx, _operator, mail, now) => {
    if (!environment().demo) throw new NotFound();
    await tx.insert(outbox).values({ sealed: seal(JSON.stringify(mail), "outbox"), at: now });
    await tx.execute(
      sql`delete from outbox where id in (select id from outbox order by at desc offset ${KEPT})`,
    );
    return done({});
  },
});
