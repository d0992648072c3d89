import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endLink } from "../draw-link";
import { oneOnRoll, personOnRoll, roundsSoFar } from "../one-person";
import { command } from "../run";
import { finishedMark, invitation } from "../schema/identity";

/**
 * Makes one of two lines of the roll that are the same person. Only the roll is looked at: the link of the line that
 * goes ends, what was submitted through it stays counted, and nobody can move it to the other seat.
 */
export const mergePeople = command({
  name: "merge-people",
  input: z.strictObject({ study: z.string(), keep: z.uuid(), drop: z.uuid() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { keep, drop }) => {
    if (keep === drop) return refused("same-person-twice");
    const [kept, dropped] = [await personOnRoll(tx, desk, keep), await personOnRoll(tx, desk, drop)];
    if (kept.revokedAt !== null) return refused("link-is-revoked");
    if ((await roundsSoFar(tx, desk)).open) return refused("between-rounds-only");
    await endLink(tx, dropped, false);
    await tx
      .delete(finishedMark)
      .where(and(eq(finishedMark.studyId, desk.studyId), eq(finishedMark.invitationId, drop)));
    await tx.delete(invitation).where(oneOnRoll(desk, drop));
    await tx
      .update(invitation)
      .set({
        name: kept.name || dropped.name,
        note: [kept.note, dropped.note]
          .filter((note) => note !== "")
          .join(" · ")
          .slice(0, 500),
        ...(desk.locked ? {} : { stratum: kept.stratum ?? dropped.stratum }),
        // Whoever asked for no mail under one address asked for none.
        declined: kept.declined || dropped.declined,
        declineReason: kept.declineReason || dropped.declineReason,
        reminders: kept.reminders && dropped.reminders,
      })
      .where(oneOnRoll(desk, keep));
    return done({});
  },
});
