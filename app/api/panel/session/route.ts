import { holdSeat } from "@/app/_server/actor";
import { jsonRoute } from "@/app/_server/json";
import { type Actor, visitor } from "@/db/actor";
import { redeemLink } from "@/db/commands/redeem-link";
import { done } from "@/delphi/result";

/** Opens a personal link: the token in the body becomes this client's seat. */
export const POST = jsonRoute({
  missing: "link-unknown",
  actor: async () => visitor,
  command: async (actor: Actor, input: Parameters<typeof redeemLink>[1]) => {
    const opened = await redeemLink(actor, input);
    if (!opened.ok) return opened;
    await holdSeat(opened.value);
    return done({ study: opened.value.slug });
  },
});
