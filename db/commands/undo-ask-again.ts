import { and, eq, isNotNull, or } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { memberOf } from "../members";
import { command, NotFound, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { seat } from "../schema/panel";
import { series } from "../schema/series";
import { round, study } from "../schema/study";
import { lockSeries, seriesOf, wavesOf } from "../waves";

/**
 * Takes back that a study is asked again, with the people carried over, as long as nobody was told of it: no
 * invitation left, no link was opened, no round was. A series with nothing else in it goes with it.
 */
export const undoAskAgain = command({
  name: "undo-ask-again",
  input: z.strictObject({ study: z.string(), wave: z.string() }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { wave: slug }) => {
    const own = await seriesOf(tx, desk.studyId);
    const [next] = await tx.select().from(study).where(eq(study.slug, slug)).for("update");
    if (!own || !next || next.id === desk.studyId) throw new NotFound();
    if ((await seriesOf(tx, next.id))?.id !== own.id) throw new NotFound();
    const role = desk.facilitatorId && (await memberOf(tx, next.id, desk.facilitatorId))?.role;
    // The operator counts as every owner.
    if (role !== null && role !== "owner") throw new NotFound();
    if (await wasTold(tx, next.id)) return refused("wave-has-begun");
    await lockSeries(tx, own.id);
    await tx.delete(study).where(eq(study.id, next.id));
    if ((await wavesOf(tx, own.id)).length === 1) await tx.delete(series).where(eq(series.id, own.id));
    return done({});
  },
  tells: (_value, input) => input.wave,
});

async function wasTold(tx: Tx, studyId: string): Promise<boolean> {
  const told = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, studyId),
        or(isNotNull(invitation.invitedAt), isNotNull(invitation.revokedAt)),
      ),
    )
    .limit(1);
  const opened = await tx.select({ n: round.number }).from(round).where(eq(round.studyId, studyId)).limit(1);
  const seats = await tx.select({ id: seat.id }).from(seat).where(eq(seat.studyId, studyId)).limit(1);
  return told.length + opened.length + seats.length > 0;
}
