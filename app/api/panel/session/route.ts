import { holdSeat } from "@/app/_server/actor";
import { jsonRoute } from "@/app/_server/json";
import { openLink } from "@/app/_server/open-link";
import { type Actor, visitor } from "@/db/actor";
import { done } from "@/delphi/result";

/** Opens a personal link: the token in the body becomes this client's seat. */
export const POST = jsonRoute({
  missing: "link-unknown",
  actor: async () => visitor,
  command: async (actor: Actor, input: { token: string }) => {
    const opened = await openLink(actor, input);
    if (!opened.ok) return opened;
    await holdSeat(opened.value);
    return done({ study: opened.value.slug });
  },
});
