import { existsSync } from "node:fs";
import { openClient } from "@/db/client";
import { PlainError } from "@/db/plain-error";
import { restoreBackup } from "@/db/restore";
import { withDatabase } from "./with-database";

/** `npm run restore`: puts a backup into an empty database; the next start goes on from there. */
await withDatabase(async ({ databaseUrl }) => {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0)
    throw new PlainError(
      "Usage: npm run -s restore -- tholos.backup, with THOLOS_DATA or DATABASE_URL of an empty database",
    );
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
  const client = openClient(databaseUrl ?? "", { max: 1 });
  try {
    await restoreBackup(client, file);
  } finally {
    await client.sql.end({ timeout: 5 });
  }
  console.log("The backup is restored. npm start goes on from there.");
});
