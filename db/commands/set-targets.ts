import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { stratumTarget } from "../schema/identity";

/** Notes how many people the desk wants of each group; none where it says nothing. */
export const setTargets = command({
  name: "set-targets",
  input: z.strictObject({
    study: z.string(),
    targets: z
      .array(z.strictObject({ stratum: z.string(), people: z.int().min(1).max(20_000).nullable() }))
      .max(100),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { targets }) => {
    const known = new Set(desk.protocol.strata.map(({ id }) => id));
    if (targets.some(({ stratum }) => !known.has(stratum))) return refused("no-such-group");
    await tx.delete(stratumTarget).where(eq(stratumTarget.studyId, desk.studyId));
    const wanted = targets.flatMap(({ stratum, people }) =>
      people === null ? [] : [{ studyId: desk.studyId, stratum, people }],
    );
    if (wanted.length > 0) await tx.insert(stratumTarget).values(wanted);
    return done({});
  },
});
