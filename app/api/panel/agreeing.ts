import type { Actor } from "@/db/actor";
import { giveConsent } from "@/db/commands/give-consent";
import type { Result } from "@/delphi/result";

/**
 * For scripts, sending answers is agreeing to take part, as docs/api.md says; the pages ask before the first
 * question, so this never decides for somebody who reads them.
 */
export const agreeing =
  <I, T>(command: (actor: Actor, input: I) => Promise<Result<T>>) =>
  async (actor: Actor, input: I): Promise<Result<T>> => {
    const result = await command(actor, input);
    if (result.ok || result.refusal !== "no-consent") return result;
    const agreed = await giveConsent(actor, {});
    return agreed.ok ? command(actor, input) : agreed;
  };
