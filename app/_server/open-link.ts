import type { Actor } from "@/db/actor";
import { redeemLink } from "@/db/commands/redeem-link";
import { NotFound } from "@/db/run";
import { type Result, refused } from "@/delphi/result";
import { countingFailures } from "./attempts";

type Opened = Extract<Awaited<ReturnType<typeof redeemLink>>, { ok: true }>["value"];

/** Opens a personal link; one that is none is refused, and counted against whoever sent it. */
export const openLink = (actor: Actor, input: { token: string }): Promise<Result<Opened>> =>
  countingFailures(
    "wrong-link",
    async () => {
      try {
        return await redeemLink(actor, input);
      } catch (error) {
        if (error instanceof NotFound) return refused("link-unknown");
        throw error;
      }
    },
    "link-unknown",
  );
