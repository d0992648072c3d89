import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Actor } from "@/db/actor";

export type Operation = (actor: Actor, input: object) => Promise<unknown>;

/** Every function that db/commands and db/queries export: the doors to the data. */
export async function exportedOperations(): Promise<Map<string, Operation>> {
  const found = new Map<string, Operation>();
  for (const folder of ["commands", "queries"])
    for (const file of readdirSync(path.join("db", folder))) {
      const exported: Record<string, unknown> = await import(
        pathToFileURL(path.resolve("db", folder, file)).href
      );
      for (const [name, value] of Object.entries(exported))
        if (typeof value === "function") found.set(name, value as Operation);
    }
  return found;
}
