import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endTrouble } from "../opening";
import { command } from "../run";
import { round } from "../schema/study";

/** Moves the announced closing time of the open round, or takes it away. */
export const extendRound = command({
  name: "extend-round",
  input: z.strictObject({
    study: z.string(),
    closesAt: z.iso.datetime({ offset: true }).nullable(),
    /** The time zone in which it was given. */
    zone: z.string().max(60).optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { closesAt, zone }, now) => {
    const time = closesAt === null ? null : new Date(closesAt);
    if (time && time <= now) return refused("closes-in-the-past");
    const [open] = await tx
      .update(round)
      .set({ closesAt: time, ...(zone && { zone }) })
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")))
      .returning({ number: round.number });
    if (!open) return refused("no-open-round");
    await endTrouble(tx, desk.studyId, "closing");
    return done({ round: open.number, closesAt: time });
  },
  tells: ({ closesAt }) =>
    closesAt === null ? "" : `${closesAt.toISOString().slice(0, 16).replace("T", " ")} UTC`,
});
