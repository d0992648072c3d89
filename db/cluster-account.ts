import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { PlainError } from "./plain-error";

/** The user that PostgreSQL runs as when it may not run as the one who started Tholos. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of its files if there are any,
 * else as `postgres`, else as `nobody`. Undefined: it runs as the present user.
 */
export function clusterAccount(clusterFolder: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return owner(clusterFolder) ?? named("postgres") ?? named("nobody") ?? noAccount();
}

/** Whether the account can enter a folder. */
export function reaches(account: Account | undefined, folder: string): boolean {
  if (account === undefined) return true;
  const { uid, gid } = account;
  const entered = spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { uid, gid });
  if (entered.error)
    throw new PlainError(
      `PostgreSQL can't be run as the user ${account.name} (${entered.error.message}): start Tholos as an ordinary user.`,
    );
  return entered.status === 0;
}

/** What spawn() needs to run PostgreSQL as the account, untouched by the caller's locale and PG… variables. */
export function as(account: Account | undefined) {
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };
  return account ? { cwd: "/", env, uid: account.uid, gid: account.gid } : { cwd: "/", env };
}

function owner(clusterFolder: string | undefined): Account | undefined {
  if (clusterFolder === undefined) return undefined;
  const { uid, gid } = statSync(clusterFolder);
  return uid === 0 ? undefined : { uid, gid, name: `number ${uid}` };
}

function named(name: string): Account | undefined {
  const [uid, gid] = [id("-u", name), id("-g", name)];
  return uid && gid ? { uid, gid, name } : undefined;
}

function id(flag: "-u" | "-g", name: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function noAccount(): never {
  throw new PlainError(
    "PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as: start Tholos as an ordinary user.",
  );
}
