import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

export const HEADER = "expert,stratum,round,item,part,value";

const folder = mkdtempSync(path.join(os.tmpdir(), "tholos-analyse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const placeFor = (name: string): string => path.join(folder, name);

/** Writes a file that lives as long as the tests of this file, and tells its place. */
export function file(name: string, lines: readonly string[]): string {
  writeFileSync(placeFor(name), lines.join("\n"));
  return placeFor(name);
}

/** The command itself, as a person runs it: npm run -s analyse. */
export const analyse = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "cli/analyse.ts", ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });

export function analyseToJson(...args: string[]) {
  const { stdout, stderr, status } = analyse(...args, "--json");
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
