import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { announceRound } from "../announce-round";
import { Opening, openNext } from "../opening";
import { command } from "../run";

/**
 * Opens the next round now. The first one locks the protocol; from the second, what is asked follows the
 * carry-forward proposal. Items can be reworded, split, merged, retired and added on the way. What the locked rules
 * did not foresee is logged as a deviation with its reason.
 */
export const openRound = command({
  name: "open-round",
  input: Opening.extend({
    study: z.string(),
    /** The version that the sheet was made from: an older one overwrites nothing. */
    version: z.int().optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { study: _slug, version, ...opening }, now) => {
    if (version !== undefined && version !== desk.version) return refused("changed-meanwhile");
    const opened = await openNext(tx, desk, opening, now);
    if (!opened.ok) return opened;
    return done({ ...opened.value, mailed: await announceRound(tx, desk, opened.value.round, now) });
  },
  tells: ({ round }) => round,
});
