import { eq } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import { changesBetween, retold, withoutSmallCorrections } from "@/delphi/correction";
import { EditionText, editionWith, type HeldRound, type TextEntry } from "@/delphi/edition-text";
import { itemsIn } from "@/delphi/lineage";
import type { Correction, DatedRound, Edition } from "@/delphi/publication";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { closedRounds, deviationsOf, receiptsOf } from "../closed-rounds";
import { settleContinuity } from "../continuity";
import { logDeviation } from "../deviation";
import { type ReadEdition, readEdition } from "../edition-text";
import { command, type Tx } from "../run";
import { edition, editionPart, study } from "../schema/study";
import { hashOf } from "../sealing";
import { studyItems, studyLineage } from "../study-rows";
import { partsOf, type ReleasedPart, releasedParts } from "../text-parts";
import { themesOf } from "../themes";

/**
 * Freezes the closed rounds as the next numbered edition, chained to the one before by its digest. Publishing while
 * rounds are still to come is a deviation with a reason, unless the protocol foresaw it. An edition that says
 * anything otherwise about rounds that were published before is a correction: it names what changed, with a reason.
 */
export const publish = command({
  name: "publish",
  input: z.strictObject({ study: z.string(), reason: z.string().trim().max(2000).optional() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { reason }, now) => {
    const rounds = await withThemes(tx, desk, await closedRounds(tx, desk.studyId));
    if (rounds.length === 0) return refused("nothing-to-publish");
    const last = await readEdition(tx, desk.studyId);
    const released = await releasedParts(tx, desk.studyId);
    const held = heldRounds(desk, rounds, last, released);
    const draft = await compose(tx, desk, held, last, now);
    const grown = rounds.length > (last?.edition.rounds.length ?? 0);
    const next = last && (await read(tx, desk, draft, released));
    const changes = next
      ? [...changesBetween(last.edition, next), ...(grown ? [] : retold(last.edition, next))]
      : [];
    if (!grown && changes.length === 0) return refused("nothing-new");
    const early = grown && (await isEarly(tx, desk, rounds));
    if ((early || changes.length > 0) && !reason) return refused("needs-reason");
    if (early) {
      const what = `Results were published after round ${rounds.length}, before the last round.`;
      await logDeviation(tx, desk.studyId, { what, reason: reason!, round: rounds.length }, now);
    }
    const correction = changes.length > 0 ? { reason: reason!, changes: [...changes] } : null;
    const stored = await store(tx, desk, draft, correction, released, now);
    await settleContinuity(tx, desk.studyId);
    return done(stored);
  },
  tells: ({ edition }) => edition,
});

/** A round whose answers nobody grouped says nothing of themes. */
async function withThemes(tx: Tx, desk: Desk, rounds: readonly DatedRound[]): Promise<DatedRound[]> {
  const themes = await themesOf(tx, desk.studyId, desk.protocol.minimumGroup);
  return rounds.map((round) => {
    const found = themes.get(round.round);
    return found ? { ...round, themes: found } : round;
  });
}

/** The rounds with their texts. What was taken down keeps its place in every later edition. */
function heldRounds(
  desk: Desk,
  rounds: readonly DatedRound[],
  last: ReadEdition | null,
  released: readonly ReleasedPart[],
): HeldRound[] {
  const before = last?.edition.rounds ?? [];
  const removed = before.flatMap((round) =>
    round.removed.map(({ removedOn: _on, reason: _why, ...entry }): TextEntry => entry),
  );
  const entries = [...released.map(({ entry }) => entry), ...removed]
    .filter((entry, at, all) => all.findIndex((other) => other.digest === entry.digest) === at)
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
  const shown = withoutSmallCorrections(desk.protocol.minimumGroup, before, rounds);
  return shown.map((round) => ({ ...round, texts: entries.filter((one) => one.round === round.round) }));
}

async function isEarly(tx: Tx, desk: Desk, rounds: readonly DatedRound[]): Promise<boolean> {
  if (desk.protocol.earlyPublication || rounds.at(-1)!.stop) return false;
  const [row] = await tx.select({ at: study.concludedAt }).from(study).where(eq(study.id, desk.studyId));
  return row?.at === null;
}

async function compose(
  tx: Tx,
  desk: Desk,
  rounds: readonly HeldRound[],
  last: ReadEdition | null,
  now: Date,
): Promise<EditionText> {
  const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
  const all = await studyLineage(tx, desk.studyId);
  const lineage = all.filter((change) => change.round <= rounds.length);
  const { content, slug, simulated, positions, sources, protocolDigest, reporting } = row!;
  return EditionText.parse({
    format: "tholos-edition/2",
    study: { ...(content as object), slug, simulated },
    number: (last?.edition.number ?? 0) + 1,
    publishedOn: now.toISOString().slice(0, 10),
    previous: last?.digest ?? null,
    protocol: desk.protocol,
    protocolDigest,
    items: itemsIn(rounds.length, await studyItems(tx, desk.studyId), all),
    ...(lineage.length > 0 && { lineage }),
    positions,
    sources,
    rounds,
    deviations: [],
    ...(Object.keys(reporting as object).length > 0 && { reporting }),
    receipts: await receiptsOf(tx, desk.studyId, rounds),
    correction: null,
  });
}

/** The edition as it would be read: with the parts that are known, and those it brings. */
async function read(
  tx: Tx,
  desk: Desk,
  draft: EditionText,
  released: readonly ReleasedPart[],
): Promise<Edition> {
  const parts = new Map(released.map(({ entry, body }) => [entry.digest, JSON.parse(body)]));
  for (const [digest, part] of await partsOf(tx, desk.studyId)) parts.set(digest, part);
  return editionWith(draft, parts);
}

async function store(
  tx: Tx,
  desk: Desk,
  draft: EditionText,
  correction: Correction | null,
  released: readonly ReleasedPart[],
  now: Date,
): Promise<{ edition: number; digest: string }> {
  const { studyId } = desk;
  const text = canonical({ ...draft, correction, deviations: await deviationsOf(tx, studyId) });
  const digest = hashOf(text);
  const { number, previous } = draft;
  const parts = released.map(({ entry, body }) => ({ studyId, digest: entry.digest, body }));
  // A part that is there already stays as it is, also where it was taken down.
  if (parts.length > 0) await tx.insert(editionPart).values(parts).onConflictDoNothing();
  await tx
    .insert(edition)
    .values({ studyId, number, canonical: text, digest, previousDigest: previous, publishedAt: now });
  return { edition: number, digest };
}
