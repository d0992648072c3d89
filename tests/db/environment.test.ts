import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { passwordFile } from "@/db/cluster-folder";
import { asVariables, readEnvironment } from "@/db/environment";

const folder = mkdtempSync(path.join(tmpdir(), "tholos-environment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const production = {
  THOLOS_DATA: folder,
  DATABASE_URL: "postgres://someone:a%2Fword@db.example.org:5432/tholos",
  NEXTAUTH_URL: "https://tholos.example.org/",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PANEL_KEY: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
  SMTP_URL: "smtps://mail.example.org",
};

const refusal = (variables: Record<string, string>) => {
  try {
    readEnvironment({ THOLOS_DATA: folder, ...variables });
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : undefined;
  }
  return undefined;
};

test("nothing set is the demo on this machine, and empty variables count as nothing", () => {
  const empty = readEnvironment({ THOLOS_DATA: folder, DATABASE_URL: "", SMTP_URL: " ", MAIL: "", PORT: "" });
  expect(empty).toMatchObject({ mode: "private", demo: true, port: 3000, url: "http://localhost:3000" });
  expect(empty.mail).toEqual({ kind: "outbox" });
});

test("the mailbox that a login puts into MAIL is nobody's wish to send no mail", () => {
  for (const MAIL of ["/var/mail/ada", "/home/ada/Maildir/"])
    expect(readEnvironment({ THOLOS_DATA: folder, MAIL }).mail).toEqual({ kind: "outbox" });
});

test("one database, one mail server or MAIL=none is enough for the demo not to exist", () => {
  expect(readEnvironment({ THOLOS_DATA: folder, SMTP_URL: "smtp://localhost" }).demo).toBe(false);
  expect(readEnvironment({ THOLOS_DATA: folder, MAIL: "none" }).demo).toBe(false);
  expect(readEnvironment(production).demo).toBe(false);
  expect(readEnvironment({ ...production, SMTP_URL: "", MAIL: "none" })).toMatchObject({
    mode: "production",
    demo: false,
    mail: { kind: "none" },
  });
});

test("a demo can't have a public address, since anyone who reaches it can sign in", () => {
  expect(refusal({ NEXTAUTH_URL: "https://tholos.example.org" })).toMatch(
    /^PlainError: NEXTAUTH_URL .*SMTP_URL/,
  );
});

test("production says which variable is missing", () => {
  for (const name of ["NEXTAUTH_URL", "NEXTAUTH_SECRET", "PANEL_KEY", "SMTP_URL"])
    expect(refusal({ ...production, [name]: "" })).toMatch(
      new RegExp(`^PlainError: With DATABASE_URL, ${name} must be set`),
    );
});

test.each([
  ["PORT", "30oo"],
  ["PORT", "70000"],
  ["DATABASE_URL", "mysql://localhost/tholos"],
  ["DATABASE_POOL", "0"],
  ["TRUSTED_PROXIES", "yes"],
  ["SMTP_URL", "mail.example.org"],
  ["MAIL", "off"],
  ["MAIL_FROM", "Tholos"],
  ["NEXTAUTH_URL", "tholos.example.org"],
  ["NEXTAUTH_URL", "https://example.org/tholos"],
  ["NEXTAUTH_SECRET", "short"],
  ["PANEL_KEY", "0011"],
  ["PANEL_KEY", "not a key at all, although it is long enough!!"],
])("a bad %s ends the start with one sentence that names it: %s", (name, value) => {
  const sentence = refusal({ ...production, [name]: value });
  expect(sentence).toMatch(new RegExp(`^PlainError: ${name} .+[.)'"]$`));
  expect(sentence).not.toContain("\n");
});

test("a password in an address never gets into the sentence", () => {
  expect(refusal({ ...production, DATABASE_URL: "postgre://someone:hunter2@db/tholos" })).not.toContain(
    "hunter2",
  );
});

test("secrets are made once, for their owner only, in a folder that backups leave out", () => {
  const first = readEnvironment({ THOLOS_DATA: folder });
  const second = readEnvironment({ THOLOS_DATA: folder });
  expect(first.panelKey).toHaveLength(32);
  expect(second.panelKey.equals(first.panelKey)).toBe(true);
  expect(second.nextAuthSecret).toBe(first.nextAuthSecret);
  const secrets = path.join(folder, "secrets");
  expect(statSync(secrets).mode & 0o077).toBe(0);
  expect(readdirSync(secrets).toSorted()).toEqual(["CACHEDIR.TAG", "nextauth-secret", "panel-key"]);
  for (const name of readdirSync(secrets)) expect(statSync(path.join(secrets, name)).mode & 0o077).toBe(0);
});

test("a data folder that can't be used is named, with the way out", () => {
  const blocked = path.join(folder, "a-file");
  writeFileSync(blocked, "");
  expect(refusal({ THOLOS_DATA: blocked })).toMatch(
    /^PlainError: The data folder .*a-file can't be used .*THOLOS_DATA/,
  );
});

test("the pages learn the same environment from plain variables, and stay private only with the private database", () => {
  const cluster = path.join(folder, "pg");
  mkdirSync(cluster);
  writeFileSync(passwordFile(cluster), "the-cluster's-own\n");
  const parent = {
    ...readEnvironment({ THOLOS_DATA: folder, PORT: "4000" }),
    databaseUrl: "postgres://tholos:the-cluster's-own@127.0.0.1:5555/tholos",
  };
  expect(readEnvironment(asVariables(parent))).toEqual(parent);
  const elsewhere = { ...parent, databaseUrl: "postgres://tholos:another@127.0.0.1:5555/tholos" };
  expect(() => readEnvironment(asVariables(elsewhere))).toThrow(
    "With DATABASE_URL, SMTP_URL must be set too",
  );
});

test("production hands its settings on unchanged", () => {
  const given = readEnvironment(production);
  expect(given).toMatchObject({ mode: "production", url: "https://tholos.example.org" });
  expect(readEnvironment(asVariables(given))).toEqual(given);
});
