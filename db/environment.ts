import { randomBytes } from "node:crypto";
import path from "node:path";
import { isPrivateDatabase } from "./cluster-folder";
import { explainFileError, PlainError } from "./plain-error";
import { keptSecret } from "./secrets";
import { type GivenVariables, keyBytes, readVariables, recipe, type Variables } from "./variables";

/** How mail leaves: through a server, not at all, or (demo mode only) to the outbox page on the desk. */
export type Mail =
  | { readonly kind: "smtp"; readonly url: string }
  | { readonly kind: "none" }
  | { readonly kind: "outbox" };

/** Everything that Tholos takes from outside, parsed once. */
export interface Environment {
  /** private: the launcher's own database, this machine only. production: DATABASE_URL was given. */
  readonly mode: "private" | "production";
  /** Private, and no way of sending mail was set: outbox page and demo facilitator exist in this mode only. */
  readonly demo: boolean;
  readonly port: number;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Undefined only before the private database runs. */
  readonly databaseUrl: string | undefined;
  /** Connections per process. */
  readonly databasePool: number;
  readonly mail: Mail;
  /** The origin that people see, without a closing slash: `https://tholos.example.org`. */
  readonly url: string;
  readonly nextAuthSecret: string;
  /** 32 bytes. */
  readonly panelKey: Buffer;
  /** How many proxies of the operator's own a request passes; what they say of its sender is believed. */
  readonly trustedProxies: number;
  /** The From line of every mail. */
  readonly mailFrom: string;
}

/**
 * Reads the environment variables. In private mode missing secrets are made once and kept in the data folder.
 * @throws PlainError with one sentence that names the variable
 */
export function readEnvironment(variables: Variables): Environment {
  const given = readVariables(variables);
  const dataFolder = path.resolve(given.THOLOS_DATA);
  const mode = isPrivate(given, dataFolder) ? "private" : "production";
  const url =
    given.NEXTAUTH_URL ?? (mode === "private" ? `http://localhost:${given.PORT}` : missing("NEXTAUTH_URL"));
  const mail = readMail(given, mode, url);
  return Object.freeze({
    mode,
    demo: mail.kind === "outbox",
    port: given.PORT,
    dataFolder,
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    mail,
    url,
    nextAuthSecret: given.NEXTAUTH_SECRET ?? secret("NEXTAUTH_SECRET", "nextauth-secret", mode, dataFolder),
    panelKey: keyBytes(given.PANEL_KEY ?? secret("PANEL_KEY", "panel-key", mode, dataFolder)),
    trustedProxies: given.TRUSTED_PROXIES,
    mailFrom: given.MAIL_FROM ?? `Tholos <tholos@${new URL(url).hostname}>`,
  });
}

/** The environment of this process: read once, the same for pages, jobs and commands. */
export function environment(): Environment {
  // What a page reads while it is built would be baked into it, for every installation.
  if (process.env.NEXT_PHASE === "phase-production-build")
    throw new Error("The environment was read during the build: this page has to be rendered on request.");
  cache[cacheKey] ??= readEnvironment(process.env);
  return cache[cacheKey];
}

/** Makes this process use the given environment: for the launcher, the commands and the tests. */
export function setEnvironment(next: Environment): void {
  cache[cacheKey] = next;
}

/**
 * The same environment as plain variables for a child process. What is unset is handed over as an empty string,
 * so that a stray .env file can't give the child what its parent doesn't have.
 */
export function asVariables(from: Environment): Record<string, string> {
  return {
    PORT: String(from.port),
    THOLOS_DATA: from.dataFolder,
    DATABASE_URL: from.databaseUrl ?? "",
    DATABASE_POOL: String(from.databasePool),
    SMTP_URL: from.mail.kind === "smtp" ? from.mail.url : "",
    MAIL: from.mail.kind === "none" ? "none" : "",
    MAIL_FROM: from.mailFrom,
    TRUSTED_PROXIES: String(from.trustedProxies),
    NEXTAUTH_URL: from.url,
    NEXTAUTH_SECRET: from.nextAuthSecret,
    PANEL_KEY: from.panelKey.toString("base64"),
  };
}

// On globalThis: the framework may load this file more than once into one process.
const cacheKey = Symbol.for("tholos.environment");
const cache = globalThis as typeof globalThis & { [cacheKey]?: Environment };

function isPrivate(given: GivenVariables, dataFolder: string): boolean {
  if (given.DATABASE_URL === undefined) return true;
  try {
    return isPrivateDatabase(given.DATABASE_URL, dataFolder);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

function readMail(given: GivenVariables, mode: Environment["mode"], url: string): Mail {
  if (given.SMTP_URL && given.MAIL) throw new PlainError("Set either SMTP_URL or MAIL=none, not both.");
  if (given.SMTP_URL) return { kind: "smtp", url: given.SMTP_URL };
  if (given.MAIL === "none") return { kind: "none" };
  if (mode === "production") missing("SMTP_URL", " (or MAIL=none, if you send the links yourself)");
  // Anyone can sign in to a demo, so a demo must not have a public address.
  if (!loopbackNames.has(new URL(url).hostname))
    throw new PlainError(
      "NEXTAUTH_URL is not an address of this machine, so this can't be a demo: set SMTP_URL as well (or MAIL=none).",
    );
  return { kind: "outbox" };
}

function secret(variable: string, name: string, mode: Environment["mode"], dataFolder: string): string {
  if (mode === "production") missing(variable, `. Make one with: ${recipe}`);
  return keptSecret(dataFolder, name, () => randomBytes(32).toString("base64"));
}

function missing(variable: string, more = ""): never {
  throw new PlainError(
    `With DATABASE_URL, ${variable} must be set too${more}${more.startsWith(".") ? "" : "."}`,
  );
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
