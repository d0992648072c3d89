import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "@/db/plain-error";
import { nextProgram, nextVariables } from "./next";

/** Whether `.next` holds the pages of the sources as they are now. */
export function isBuilt(): boolean {
  if (!existsSync(path.join(".next", "BUILD_ID")) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, "utf8") === digest();
}

/**
 * Builds the pages and keeps the digest of their sources beside them.
 * Another build in the same folder is waited for, and used if it fits.
 * @throws PlainError with the build's own words
 */
export async function build(signal?: AbortSignal): Promise<void> {
  const sources = digest();
  // A build that breaks off leaves a mixture behind, which must not pass for the one before.
  rmSync(stampFile, { force: true });
  const { code, output } = await runBuild(signal);
  if (code === 0) return writeFileSync(stampFile, sources);
  if (!/Another .*already running/.test(output))
    throw new PlainError(
      `The pages could not be built:\n${output.trimEnd().split("\n").slice(-40).join("\n")}`,
    );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  if (!isBuilt()) await build(signal);
}

function runBuild(signal: AbortSignal | undefined): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [nextProgram, "build"], {
    env: { ...nextVariables("production"), NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  signal?.addEventListener("abort", () => child.kill());
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** One digest of every file that the pages are made from. */
function digest(): string {
  const hash = createHash("sha256");
  for (const file of sourceRoots.flatMap(filesBelow))
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}

const stampFile = path.join(".next", "tholos-build");

// tsconfig.json and next-env.d.ts are left out: the build itself rewrites them.
const sourceRoots = [
  "app",
  "ui",
  "delphi",
  "db",
  "jobs",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
];
