import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

export type Chromium = { readonly executable: string; readonly libraries: string | undefined };

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, an installed one, Playwright's own, else the one inside an
 * npm package. Throws where there is none: a browser test is never skipped.
 */
export async function findChromium(): Promise<Chromium> {
  const installed = process.env.CHROMIUM_PATH ?? INSTALLED.map(onPath).find((found) => found !== null);
  if (installed) return { executable: installed, libraries: undefined };
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath()))
    return { executable: chromium.executablePath(), libraries: undefined };
  return packaged();
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** A bare machine lacks libraries that this Chromium wants; its package carries them beside it. */
async function packaged(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chromium was found. Install one, or set CHROMIUM_PATH to it.");
  const { default: chromium } = await import("@sparticuz/chromium");
  const executable = await chromium.executablePath();
  const archive = path.join(packageFolder(), "bin", "al2023.tar.br");
  const folder = await mkdtemp(path.join(os.tmpdir(), "tholos-chromium-"));
  execFileSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(await readFile(archive)) });
  const libraries = [path.join(folder, "lib"), path.join(folder, "al2023", "lib")].find(existsSync);
  return { executable, libraries: libraries ?? folder };
}

const packageFolder = (): string =>
  path.join(import.meta.dirname, "..", "..", "node_modules", "@sparticuz", "chromium");
