import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { round } from "../schema/study";

/** Moves the announced closing time of the open round, or takes it away. */
export const extendRound = command({
  name: "extend-round",
  input: z.strictObject({ study: z.string(), closesAt: z.iso.datetime({ offset: true }).nullable() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { closesAt }, now) => {
    const time = closesAt === null ? null : new Date(closesAt);
    if (time && time <= now) return refused("closes-in-the-past");
    const [open] = await tx
      .update(round)
      .set({ closesAt: time })
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")))
      .returning({ number: round.number });
    return open ? done({ round: open.number }) : refused("no-open-round");
  },
});
