import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Present in the data folder when its database had to be put elsewhere: the other folder's path. */
export const elsewhereFile = (dataFolder: string) => path.join(dataFolder, "database-folder");

/** The password of the private database, kept inside its own folder so that a copy of the folder is complete. */
export const passwordFile = (clusterFolder: string) => path.join(clusterFolder, "tholos-password");

/** The folder of the private database's files, or undefined when there is none yet. */
export function existingClusterFolder(dataFolder: string): string | undefined {
  const home = existsSync(elsewhereFile(dataFolder))
    ? readFileSync(elsewhereFile(dataFolder), "utf8").trim()
    : dataFolder;
  const folder = path.join(home, "pg");
  return existsSync(folder) ? folder : undefined;
}

/**
 * Whether an address is that of this data folder's own private database. Only the owner's password can say so:
 * no variable that someone might set by mistake turns a production database into a private one.
 */
export function isPrivateDatabase(databaseUrl: string, dataFolder: string): boolean {
  const { hostname, password } = new URL(databaseUrl);
  if (hostname !== "127.0.0.1") return false;
  const folder = existingClusterFolder(dataFolder);
  if (folder === undefined || !existsSync(passwordFile(folder))) return false;
  return readFileSync(passwordFile(folder), "utf8").trim() === decodeURIComponent(password);
}
