import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedSeatInRound } from "../access/seat";
import { command } from "../run";
import { seat } from "../schema/panel";

/** Agrees to take part, on the terms that the protocol locked when round 1 opened. */
export const giveConsent = command({
  name: "give-consent",
  input: z.strictObject({}),
  access: lockedSeatInRound,
  run: async (tx, own) => {
    if (own.round === null) return refused("not-begun");
    if (own.consentedInRound !== null) return done({});
    await tx
      .update(seat)
      .set({ consentedInRound: own.round })
      .where(and(eq(seat.studyId, own.studyId), eq(seat.id, own.seatId)));
    return done({});
  },
});
