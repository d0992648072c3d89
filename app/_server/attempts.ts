import { headers } from "next/headers";
import { visitor } from "@/db/actor";
import type { Attempted } from "@/db/attempts";
import { countAttempt } from "@/db/commands/count-attempt";
import type { Result } from "@/delphi/result";

/** Who asks, as far as limits go: an address, or of the newer kind the network that one household is given. */
async function sender(): Promise<string> {
  const address = (await headers()).get("x-forwarded-for") ?? "";
  const old = /(?:^|:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return old ?? address.split(":").slice(0, 4).join(":");
}

/** Does something unless its sender, or whoever else is named, has tried it too often. */
export async function counted<T>(
  what: Attempted,
  run: () => Promise<Result<T>>,
  by?: string,
): Promise<Result<T>> {
  const within = await countAttempt(visitor, { what, by: by ?? (await sender()) });
  return within.ok ? run() : within;
}

/**
 * Counts what fails only, and then says that it was too often. What succeeds is never held up: many who come
 * rightly may share an address with one who guesses, and a guess has no chance that a limit would have to take.
 */
export async function countingFailures<T>(
  what: Attempted,
  run: () => Promise<Result<T>>,
  failure: string,
): Promise<Result<T>> {
  const result = await run();
  if (result.ok || result.refusal !== failure) return result;
  const within = await countAttempt(visitor, { what, by: await sender() });
  return within.ok ? result : within;
}
