import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import { Edition, type PublishedRound } from "@/delphi/publication";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { closedRounds, deviationsOf, receiptsOf } from "../closed-rounds";
import { logDeviation } from "../deviation";
import { command, type Tx } from "../run";
import { edition, study } from "../schema/study";
import { hashOf } from "../sealing";
import { studyItems } from "../study-rows";

/**
 * Freezes the closed rounds as the next numbered edition, chained to the one before by its digest.
 * Publishing while rounds are still to come is a deviation with a reason, unless the protocol foresaw it.
 */
export const publish = command({
  name: "publish",
  input: z.strictObject({ study: z.string(), reason: z.string().trim().max(2000).optional() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { reason }, now) => {
    const rounds = await closedRounds(tx, desk.studyId);
    if (rounds.length === 0) return refused("nothing-to-publish");
    const last = await latestEdition(tx, desk.studyId);
    if (last && holdsAll(Edition.parse(JSON.parse(last.canonical)), rounds)) return refused("nothing-new");
    if (await isEarly(tx, desk, rounds)) {
      if (!reason) return refused("needs-reason");
      const what = `Results were published after round ${rounds.length}, before the last round.`;
      await logDeviation(tx, desk.studyId, { what, reason, round: rounds.length }, now);
    }
    const content = await compose(tx, desk, rounds, last, now);
    const text = canonical(content);
    const digest = hashOf(text);
    await tx.insert(edition).values({
      studyId: desk.studyId,
      number: content.number,
      canonical: text,
      digest,
      previousDigest: content.previous,
      publishedAt: now,
    });
    return done({ edition: content.number, digest });
  },
  tells: ({ edition }) => edition,
});

type Row = typeof edition.$inferSelect;

async function latestEdition(tx: Tx, studyId: string): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(edition)
    .where(eq(edition.studyId, studyId))
    .orderBy(desc(edition.number))
    .limit(1);
  return row;
}

const holdsAll = (published: Edition, rounds: readonly PublishedRound[]): boolean =>
  canonical(published.rounds) === canonical(rounds);

async function isEarly(tx: Tx, desk: Desk, rounds: readonly PublishedRound[]): Promise<boolean> {
  if (desk.protocol.earlyPublication || rounds.at(-1)!.stop) return false;
  const [row] = await tx.select({ at: study.concludedAt }).from(study).where(eq(study.id, desk.studyId));
  return row?.at === null;
}

async function compose(
  tx: Tx,
  desk: Desk,
  rounds: readonly PublishedRound[],
  last: Row | undefined,
  now: Date,
): Promise<Edition> {
  const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
  const { content, slug, simulated, positions, sources, protocolDigest } = row!;
  return Edition.parse({
    format: "tholos-edition/1",
    study: { ...(content as object), slug, simulated },
    number: (last?.number ?? 0) + 1,
    publishedOn: now.toISOString().slice(0, 10),
    previous: last?.digest ?? null,
    protocol: desk.protocol,
    protocolDigest,
    items: await studyItems(tx, desk.studyId),
    positions,
    sources,
    rounds,
    deviations: await deviationsOf(tx, desk.studyId),
    receipts: await receiptsOf(tx, desk.studyId, rounds.length),
  });
}
