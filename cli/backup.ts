import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeBackup } from "@/db/backup";
import { openClient } from "@/db/client";
import { errorCode, PlainError } from "@/db/plain-error";
import { withDatabase } from "./with-database";

const USAGE = `Writes a backup of the whole database, also while Tholos runs:
  npm run -s backup -- tholos.backup                without what PANEL_KEY opens: no link can be sent again after a restore
  npm run -s backup -- tholos.backup --with-links   with it: keep such a file apart from the key`;

/** `npm run backup`: for where PostgreSQL's own tools are missing, and for copies that tell less than theirs. */
await withDatabase(async ({ databaseUrl }) => {
  const { file, withLinks } = given();
  const client = openClient(databaseUrl ?? "", { max: 1 });
  try {
    await writeBackup(client, file, withLinks);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw new PlainError(`${file} exists already: choose another name.`);
    rmSync(file, { force: true });
    throw error;
  } finally {
    await client.sql.end({ timeout: 5 });
  }
  console.log(`The backup is in ${file}.`);
});

function given(): { file: string; withLinks: boolean } {
  try {
    const options = { "with-links": { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new PlainError(USAGE);
    return { file, withLinks: values["with-links"] ?? false };
  } catch {
    throw new PlainError(USAGE);
  }
}
