import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/** Keeps one seat of a simulated panel for whoever tries the demo. */
export const reserveNewcomerSeat = command({
  name: "reserve-newcomer-seat",
  input: z.strictObject({ study: z.string(), address: z.string() }),
  access: operator,
  run: async (tx, _operator, { study: slug, address }) => {
    const [found] = await tx
      .select()
      .from(study)
      .where(and(eq(study.slug, slug), eq(study.simulated, true)));
    if (!found) return refused("not-simulated");
    await tx
      .update(invitation)
      .set({ newcomer: true })
      .where(and(eq(invitation.studyId, found.id), eq(invitation.address, address)));
    return done({});
  },
});
