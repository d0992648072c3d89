import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { type Account, as } from "./cluster-account";
import { packagedBinaries } from "./cluster-package";
import { PlainError } from "./plain-error";

/** A PostgreSQL that runs here: a folder with `postgres` and `initdb`. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
}

export interface Wanted {
  /** Files of one major version can only be opened by binaries of the same. Undefined: there are none yet. */
  readonly major: number | undefined;
  readonly account: Account | undefined;
  /** Where a copy of the packaged binaries may be put. */
  readonly cache: string;
  readonly systemFolders: readonly string[];
}

/**
 * The installed PostgreSQL, else the one that came with npm.
 * @throws PlainError when none fits
 */
export function findBinaries(wanted: Wanted): Binaries {
  for (const folder of wanted.systemFolders) {
    const installed = probe(folder, wanted.account);
    if (installed && fits(installed, wanted)) return installed;
  }
  const packagedFolder = packagedBinaries(wanted.cache, wanted.account);
  const packaged = packagedFolder && probe(packagedFolder, wanted.account);
  if (packaged && fits(packaged, wanted)) return packaged;
  throw new PlainError(advice(wanted.major));
}

/** Where systems keep PostgreSQL: on the PATH, or in one folder per version, newest first. */
export function systemFolders(): string[] {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return [...onPath, ...versionParents.flatMap(([parent, rest]) => versions(parent, rest))];
}

function probe(folder: string, account: Account | undefined): Binaries | undefined {
  const program = path.join(folder, "postgres");
  if (!existsSync(program)) return undefined;
  const home = path.dirname(realpathSync(program));
  if (!existsSync(path.join(home, "initdb"))) return undefined;
  // Run as the account, so that binaries it can't reach, or that need another libc, are passed over.
  const ran = spawnSync(path.join(home, "postgres"), ["--version"], {
    encoding: "utf8",
    ...as(account),
  });
  const major = /\(PostgreSQL\) (\d+)/.exec(ran.stdout ?? "")?.[1];
  return ran.status === 0 && major ? { folder: home, major: Number(major) } : undefined;
}

function fits(binaries: Binaries, { major }: Wanted): boolean {
  return major === undefined ? binaries.major >= oldestMajor : binaries.major === major;
}

function versions(parent: string, rest: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => /\d/.test(name))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .map((name) => path.join(parent, name, rest));
}

function advice(major: number | undefined): string {
  if (major !== undefined)
    return `The database in the data folder was made by PostgreSQL ${major}, which is not installed any more: install PostgreSQL ${major}, or set THOLOS_DATA to a new folder.`;
  return `No PostgreSQL that runs on this machine was found: install PostgreSQL ${oldestMajor} or newer, or set DATABASE_URL.`;
}

const oldestMajor = 15;

const versionParents = [
  ["/usr/lib/postgresql", "bin"],
  ["/usr", "bin"],
  ["/opt/homebrew/opt", "bin"],
  ["/usr/local/opt", "bin"],
  ["/Applications/Postgres.app/Contents/Versions", "bin"],
] as const;
