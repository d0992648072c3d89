import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Imported } from "@/delphi/imported";
import type { Item } from "@/delphi/item";
import { itemsIn } from "@/delphi/lineage";
import { nameless, Position, Source } from "@/delphi/position";
import { type Deviation, Protocol } from "@/delphi/protocol";
import { hasEnded, type Phase, phaseOf, type RoundState, StudyContent } from "@/delphi/study";
import { readableStudy } from "../access/reader";
import { deviationsOf } from "../closed-rounds";
import { readEdition } from "../edition-text";
import { query, type Tx } from "../run";
import { edition, round, study } from "../schema/study";
import { studyItems, studyLineage } from "../study-rows";

export type RoundDates = {
  readonly number: number;
  readonly state: RoundState;
  readonly openedAt: Date;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  /** Left out where it was run here. */
  readonly imported?: Imported;
};

export type EditionEntry = { readonly number: number; readonly digest: string; readonly publishedAt: Date };

/** A study as everybody may read about it: what is asked, from what, by which method. Nothing of any answer. */
export type StudyPage = {
  readonly slug: string;
  readonly simulated: boolean;
  readonly phase: Phase;
  /** Why it was cancelled; null where it was not. */
  readonly cancelReason: string | null;
  readonly content: StudyContent;
  readonly sources: readonly Source[];
  /**
   * Without stance codes and for/against lists until the study is concluded, and without names where the protocol
   * says so, until they are published: experts read here too.
   */
  readonly positions: readonly Position[];
  readonly codesShown: boolean;
  readonly items: readonly Item[];
  readonly protocol: Protocol;
  /** Null until the protocol is locked. */
  readonly protocolDigest: string | null;
  readonly rounds: readonly RoundDates[];
  readonly deviations: readonly Deviation[];
  /** Oldest first. */
  readonly editions: readonly EditionEntry[];
};

export const studyPage = query({
  input: z.strictObject({ study: z.string() }),
  access: readableStudy,
  run: async (tx, { studyId, slug, simulated }): Promise<StudyPage> => {
    const [row] = await tx.select().from(study).where(eq(study.id, studyId));
    const { content, sources, positions, protocol, protocolDigest, cancelReason } = row!;
    const rounds = await datesOf(tx, studyId);
    const phase = phaseOf(rounds, row!);
    const codesShown = hasEnded(phase);
    const items = await publishedItems(tx, studyId);
    const editions = await editionsOf(tx, studyId);
    const method = Protocol.parse(protocol);
    const named = (method.positions?.names ?? true) || codesShown || editions.length > 0;
    const read = z.array(Position).parse(positions);
    const shown = named ? read : read.map(nameless);
    const known = z.array(Source).parse(sources);
    return {
      slug,
      simulated,
      phase,
      cancelReason,
      content: StudyContent.parse(content),
      sources: named ? known : known.filter(({ id }) => items.some((item) => item.sources.includes(id))),
      positions: codesShown ? shown : shown.map(withoutCodes),
      codesShown,
      items,
      protocol: method,
      protocolDigest,
      rounds,
      deviations: await deviationsOf(tx, studyId),
      editions,
    };
  },
});

/** As the latest edition has them, or as they were first asked: what an unpublished round changed is not shown. */
async function publishedItems(tx: Tx, studyId: string): Promise<readonly Item[]> {
  const read = await readEdition(tx, studyId);
  if (read) return read.edition.items;
  return itemsIn(1, await studyItems(tx, studyId), await studyLineage(tx, studyId));
}

/** Dates only: how much a later round asks would tell which items an unpublished round has settled. */
async function datesOf(tx: Tx, studyId: string): Promise<RoundDates[]> {
  const rows = await tx
    .select({
      number: round.number,
      state: round.state,
      openedAt: round.openedAt,
      closesAt: round.closesAt,
      closedAt: round.closedAt,
      imported: sql<unknown>`${round.snapshot} -> 'imported'`,
    })
    .from(round)
    .where(eq(round.studyId, studyId))
    .orderBy(asc(round.number));
  return rows.map(({ imported, ...row }) => ({
    ...row,
    ...(imported !== null && { imported: Imported.parse(imported) }),
  }));
}

const withoutCodes = (position: Position): Position => ({ ...position, stance: null, for: [], against: [] });

const editionsOf = (tx: Tx, studyId: string): Promise<EditionEntry[]> =>
  tx
    .select({ number: edition.number, digest: edition.digest, publishedAt: edition.publishedAt })
    .from(edition)
    .where(eq(edition.studyId, studyId))
    .orderBy(asc(edition.number));
