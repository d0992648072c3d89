import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Stratum } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { replaceItems } from "../design-items";
import { endSchedule } from "../opening";
import { OutsideImport } from "../outside-import";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { answer, answerText, seat, submission, theme } from "../schema/panel";
import { edition, round, study } from "../schema/study";
import { roundsOf, studyPhase } from "../study-rows";

/**
 * Takes imported rounds back whole: their answers, texts and seats go, and the design is what it was, free to be
 * edited. Only while no round was opened and nothing published on top of them.
 */
export const undoImport = command({
  name: "undo-import",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk) => {
    const { studyId } = desk;
    const [row] = await tx.select({ imported: study.imported }).from(study).where(eq(study.id, studyId));
    if (!row?.imported) return refused("nothing-imported");
    const { before, rounds } = OutsideImport.parse(row.imported);
    if ((await roundsOf(tx, studyId)) > rounds) return refused("built-on", { what: "round" });
    const [published] = await tx
      .select({ number: edition.number })
      .from(edition)
      .where(eq(edition.studyId, studyId));
    if (published) return refused("built-on", { what: "edition" });
    if ((await studyPhase(tx, studyId)) !== "between") return refused("concluded");

    await endSchedule(tx, studyId);
    await removeRounds(tx, studyId);
    const strata = [...before.protocol.strata, ...(await strataInUse(tx, desk, before.protocol.strata))];
    await tx
      .update(study)
      .set({
        imported: null,
        lockedAt: null,
        protocolDigest: null,
        protocolText: null,
        protocol: { ...before.protocol, strata },
        version: sql`${study.version} + 1`,
      })
      .where(eq(study.id, studyId));
    await replaceItems(tx, studyId, before.items);
    return done({ rounds });
  },
  tells: ({ rounds }) => rounds,
});

/** Seats of people who opened their link since have no submission, and stay. */
async function removeRounds(tx: Tx, studyId: string): Promise<void> {
  const submitted = tx
    .select({ id: submission.seatId })
    .from(submission)
    .where(eq(submission.studyId, studyId));
  for (const table of [answerText, theme, answer]) await tx.delete(table).where(eq(table.studyId, studyId));
  await tx.delete(seat).where(and(eq(seat.studyId, studyId), inArray(seat.id, submitted)));
  await tx.delete(round).where(eq(round.studyId, studyId));
}

/** Groups that came with the file and that somebody on the roll belongs to by now. */
async function strataInUse(tx: Tx, { studyId, protocol }: Desk, before: readonly Stratum[]) {
  const onRoll = await tx
    .selectDistinct({ stratum: invitation.stratum })
    .from(invitation)
    .where(and(eq(invitation.studyId, studyId), isNotNull(invitation.stratum)));
  const used = new Set(onRoll.map(({ stratum }) => stratum));
  return protocol.strata.filter(({ id }) => used.has(id) && !before.some((one) => one.id === id));
}
