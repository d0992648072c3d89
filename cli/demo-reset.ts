import type { Environment } from "@/db/environment";
import { PlainError } from "@/db/plain-error";
import { resetRehearsal } from "@/db/seed/rehearsal";
import { REHEARSAL_SLUG } from "@/db/seed/slugs";
import { withDatabase } from "./with-database";

/** `npm run demo:reset`: discards the rehearsal that newcomers try, and makes it anew. Nothing else is touched. */
async function main({ mode }: Environment): Promise<void> {
  if (mode !== "private")
    throw new PlainError(
      "With DATABASE_URL there is no demo to reset. Unset it to reset the demo on this machine.",
    );
  await resetRehearsal();
  console.log(`The rehearsal is as new: /studies/${REHEARSAL_SLUG}`);
}

await withDatabase(main);
