import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedSeatInRound } from "../access/seat";
import { whyNot } from "../answering";
import { confirmWords as confirm } from "../former-wording";
import { command } from "../run";

/** An expert's answers to these items hold for the words that they have now. */
export const confirmWords = command({
  name: "confirm-words",
  input: z.strictObject({ round: z.int(), items: z.array(z.string().max(80)).max(200) }),
  access: lockedSeatInRound,
  run: async (tx, seat, { round, items }) => {
    const no = whyNot(seat, round);
    if (no) return no;
    await confirm(tx, seat, round, items);
    return done({});
  },
});
