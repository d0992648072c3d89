import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode, explainFileError } from "./plain-error";

/**
 * A secret of the private mode: made once, kept in `<data folder>/secrets/<name>` for its owner only.
 * @param make draws a new secret when none is kept yet
 * @throws PlainError when the folder can't be read or written
 */
export function keptSecret(dataFolder: string, name: string, make: () => string): string {
  const file = path.join(dataFolder, "secrets", name);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw explainFileError(error, dataFolder);
  }
  try {
    makeSecretsFolder(path.dirname(file));
    return keepFirst(file, make());
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

function makeSecretsFolder(folder: string): void {
  // The data folder itself stays open to the database's own user.
  mkdirSync(path.dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // tar --exclude-caches, restic and borg leave a folder with this tag out of a backup.
  writeFileSync(path.join(folder, "CACHEDIR.TAG"), backupTag, { mode: 0o600 });
}

/** Two starts at once may both draw a secret: the link decides whose counts, and both return that one. */
function keepFirst(file: string, secret: string): string {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

const backupTag = `Signature: 8a477f597d28d172789f06886806bc55
# Secrets of this installation. Backups leave this folder out, so that a backup alone can't join names to answers.
`;
