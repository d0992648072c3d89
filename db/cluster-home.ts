import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type Account, as, reaches } from "./cluster-account";
import type { Binaries } from "./cluster-binaries";
import { elsewhereFile, passwordFile } from "./cluster-folder";
import { errorCode, PlainError } from "./plain-error";

/**
 * The folder that holds the database's own folder `pg`: the data folder, or a readable one elsewhere when the account
 * that PostgreSQL runs as can't reach the data folder (root's home is closed to everyone else).
 */
export function clusterHome(dataFolder: string, account: Account | undefined): string {
  mkdirSync(dataFolder, { recursive: true });
  if (existsSync(elsewhereFile(dataFolder))) return homeElsewhere(dataFolder);
  if (existsSync(path.join(dataFolder, "pg")) || reaches(account, dataFolder)) return dataFolder;
  letThrough(dataFolder);
  if (reaches(account, dataFolder)) return dataFolder;
  const draft = `${elsewhereFile(dataFolder)}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `/var/lib/tholos/${randomBytes(8).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, elsewhereFile(dataFolder));
  } catch (error) {
    // Another start chose a moment earlier: its choice counts.
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return homeElsewhere(dataFolder);
}

/**
 * Makes an empty cluster in `<home>/pg`. It is made aside and renamed, so that a folder that exists is whole,
 * also when a start is killed in the middle or two starts do it at once.
 */
export function initialise(home: string, binaries: Binaries, account: Account | undefined): void {
  removeAbandoned(home);
  const draft = path.join(home, `${draftPrefix}${randomBytes(6).toString("hex")}`);
  mkdirSync(draft, { mode: 0o700 });
  try {
    const secret = path.join(draft, "password");
    writeFileSync(secret, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
    if (account) for (const place of [draft, secret]) chownSync(place, account.uid, account.gid);
    runInitdb(path.join(draft, "pg"), secret, binaries, account);
    renameSync(secret, passwordFile(path.join(draft, "pg")));
    renameSync(path.join(draft, "pg"), path.join(home, "pg"));
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A folder that root restored from a copy belongs to root: PostgreSQL wants it for its account alone. */
export function ownFiles(folder: string, account: Account | undefined): void {
  if (!account || statSync(folder).uid !== 0) return;
  spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
  chmodSync(folder, 0o700);
}

/** A closed folder that holds nothing but ours may be passed through: what is in it stays closed by itself. */
function letThrough(dataFolder: string): void {
  const { mode, uid } = statSync(dataFolder);
  if (uid !== process.getuid?.() || readdirSync(dataFolder).some((name) => name !== "secrets")) return;
  chmodSync(dataFolder, mode | 0o111);
}

function homeElsewhere(dataFolder: string): string {
  const home = readFileSync(elsewhereFile(dataFolder), "utf8").trim();
  mkdirSync(home, { recursive: true, mode: 0o755 });
  refuseCopy(dataFolder, home);
  return home;
}

/** A copied data folder names the same place elsewhere: it must not quietly work on the original's database. */
function refuseCopy(dataFolder: string, home: string): void {
  const ownerFile = path.join(home, "data-folder");
  const original = existsSync(ownerFile) ? readFileSync(ownerFile, "utf8").trim() : undefined;
  if (original === dataFolder) return;
  if (original !== undefined && existsSync(elsewhereFile(original)))
    throw new PlainError(
      `${dataFolder} is a copy of ${original}, whose database is in ${home}: delete ${elsewhereFile(dataFolder)} to begin with an empty one, or start with THOLOS_DATA=${original}.`,
    );
  writeFileSync(ownerFile, `${dataFolder}\n`);
}

function runInitdb(folder: string, secret: string, binaries: Binaries, account: Account | undefined): void {
  const ran = spawnSync(
    path.join(binaries.folder, "initdb"),
    [
      "-D",
      folder,
      "-U",
      "postgres",
      "-E",
      "UTF8",
      "--locale=C",
      "-A",
      "scram-sha-256",
      `--pwfile=${secret}`,
      "--no-sync",
    ],
    { encoding: "utf8", ...as(account) },
  );
  if (ran.status === 0) return;
  const reason = ran.error?.message ?? ran.stderr.trim().split("\n").at(-1);
  throw new PlainError(`PostgreSQL could not make its folder ${folder}: ${reason}`);
}

/** What a killed start left behind, once it is old enough not to be another start's present work. */
function removeAbandoned(home: string): void {
  for (const name of readdirSync(home)) {
    const place = path.join(home, name);
    if (!name.startsWith(draftPrefix) || Date.now() - statSync(place).mtimeMs < 600_000) continue;
    rmSync(place, { recursive: true, force: true });
  }
}

const draftPrefix = ".pg-";
