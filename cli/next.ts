import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The program that builds and serves the pages. */
export const nextProgram = path.join("node_modules", "next", "dist", "bin", "next");

/** What its processes find in their environment, beside Tholos's own variables. */
export function nextVariables(mode: "development" | "production"): NodeJS.ProcessEnv {
  const variables = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" } as const;
  if (hasHome()) return variables;
  // The compiler unpacks itself into the home folder's cache; a service's user may have no home.
  return { SWC_NATIVE_BINDING_CACHE: path.resolve(".next", "cache", "swc"), ...variables };
}

function hasHome(): boolean {
  try {
    mkdirSync(path.join(homedir(), ".cache"), { recursive: true });
    accessSync(path.join(homedir(), ".cache"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
