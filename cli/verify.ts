import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PlainError } from "@/db/plain-error";
import { readReceipt } from "@/delphi/receipt";
import { lookUp, prove, type Sought } from "@/delphi/verification/look-up";
import type { Report } from "@/delphi/verification/report";
import { verifyBundle } from "@/delphi/verification/verify";
import { type BundleFiles, unpackBundle } from "@/delphi/verification/zip";
import { complain } from "./complain";

const USAGE =
  "npm run -s verify -- bundle.zip [--previous BUNDLE-OR-DIGEST] [--digest DIGEST] [--receipt RECEIPT | --proof receipt.json] [--json]";

/** Checks a bundle without an account or a network. Ends with exit code 1 if anything fails. */
function main(): void {
  const { file, values } = readArguments();
  const files = open(file);
  const report = verifyBundle({
    files,
    digests: digestsOf(files),
    published: values.digest === undefined ? null : digestNamed(values.digest),
    previous: values.previous === undefined ? null : digestBefore(values.previous),
  });
  const sought = seek(files, values);
  if (values.json) console.log(JSON.stringify({ ...report, receipt: sought }));
  else console.log([...lines(report), ...(sought ? ["", sought.says] : [])].join("\n"));
  if (!report.holds || sought?.found === false) process.exitCode = 1;
}

function readArguments() {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { previous: text, digest: text, receipt: text, proof: text, json: { type: "boolean" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new PlainError("Name one bundle.");
    return { file, values };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

function open(file: string): BundleFiles {
  const files = unpackBundle(read(file));
  if (typeof files === "string") throw new PlainError(`FAILS  ${file}: ${files}`);
  return files;
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new PlainError(`${file} can't be read. Is the name right?`);
  }
}

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const digestsOf = (files: BundleFiles): ReadonlyMap<string, string> =>
  new Map([...files].map(([name, bytes]) => [name, sha256(bytes)]));

function digestNamed(typed: string): string {
  const digest = readReceipt(typed);
  if (!digest) throw new PlainError(`“${typed}” is no digest: it has 64 characters from 0 to 9 and a to f.`);
  return digest;
}

const digestBefore = (named: string): string =>
  readReceipt(named) ?? digestsOf(open(named)).get("edition.json") ?? "";

function seek(files: BundleFiles, { receipt, proof }: { receipt?: string; proof?: string }): Sought | null {
  if (proof !== undefined) return prove(files, new TextDecoder().decode(read(proof)), sha256);
  return receipt === undefined ? null : lookUp(files, receipt);
}

const STATES = { holds: "holds  ", fails: "FAILS  ", "not-checked": "open   " } as const;

function lines({ holds, study, edition, checks, notRecomputable, removed }: Report): string[] {
  const named = study === null ? "This bundle" : `${study}, edition ${edition}`;
  const reasons = [...new Set(notRecomputable.map(({ reason }) => reason))];
  const open = checks.some(({ state }) => state === "not-checked");
  return [
    `${named}: ${holds ? "everything that can be checked holds." : "NOT everything holds."}`,
    "",
    ...checks.flatMap(({ state, says, faults }) => [
      `${STATES[state]}${says}`,
      ...faults.slice(0, 20).map((fault) => `         ${fault}`),
      ...(faults.length > 20 ? [`         … and ${faults.length - 20} more.`] : []),
    ]),
    ...(open ? ["", "Give the edition before (--previous) to check the chain."] : []),
    ...reasons.flatMap((reason) => [
      "",
      `not recomputable: ${reason}`,
      ...notRecomputable.filter((one) => one.reason === reason).map(({ figure }) => `         ${figure}`),
    ]),
    ...removed.flatMap(({ digest, on, reason }) => [
      "",
      `removed, digest known: ${digest}`,
      `         on ${on}: ${reason}`,
    ]),
  ];
}

try {
  main();
} catch (error) {
  complain(error);
}
