import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Imported, importedIn } from "@/delphi/imported";
import type { Item } from "@/delphi/item";
import { Position, Source } from "@/delphi/position";
import { Deviation, type Protocol } from "@/delphi/protocol";
import { ReportTexts } from "@/delphi/reporting/report-texts";
import { type Phase, phaseOf, type RoundState, StudyContent } from "@/delphi/study";
import { type Desk, deskAs, type Role } from "../access/desk";
import { query, type Tx } from "../run";
import { deviation, edition, round, study } from "../schema/study";
import { studyItems } from "../study-rows";
import { seriesOf } from "../waves";

export type DeskRound = {
  readonly number: number;
  readonly state: RoundState;
  readonly openedAt: Date;
  readonly closesAt: Date | null;
  /** The time zone in which its times were given; null where none was named. */
  readonly zone: string | null;
  readonly closedAt: Date | null;
  readonly asked: number;
  /** Null where it was run here. */
  readonly imported: Imported | null;
};

export type DeskEdition = {
  readonly number: number;
  readonly digest: string;
  readonly publishedAt: Date;
  /** How many rounds it holds. */
  readonly rounds: number;
};

/** A study as its desk works on it: the design, the rounds so far, what was published. No answers. */
export type DeskStudy = {
  readonly slug: string;
  readonly role: Role;
  readonly version: number;
  readonly simulated: boolean;
  readonly announced: boolean;
  readonly phase: Phase;
  /** Why it was cancelled; null where it was not. */
  readonly cancelReason: string | null;
  readonly archived: boolean;
  readonly content: StudyContent;
  readonly sources: readonly Source[];
  readonly positions: readonly Position[];
  readonly items: readonly Item[];
  readonly protocol: Protocol;
  readonly protocolDigest: string | null;
  readonly lockedAt: Date | null;
  /** Of its first rounds, where they were brought in from elsewhere. */
  readonly imported: ReturnType<typeof importedIn>;
  readonly reporting: ReportTexts;
  readonly rounds: readonly DeskRound[];
  readonly deviations: readonly Deviation[];
  readonly editions: readonly DeskEdition[];
  /** The series that it is or was a wave of. */
  readonly series: { readonly slug: string; readonly name: string } | null;
};

export const deskStudy = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk): Promise<DeskStudy> => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    const { slug, version, simulated, announced, protocolDigest, lockedAt, ...stored } = row!;
    const rounds = await roundsOf(tx, desk);
    const series = await seriesOf(tx, desk.studyId);
    return {
      slug,
      role: desk.role,
      version,
      simulated,
      announced,
      phase: phaseOf(rounds, stored),
      cancelReason: stored.cancelReason,
      archived: stored.archivedAt !== null,
      content: StudyContent.parse(stored.content),
      sources: z.array(Source).parse(stored.sources),
      positions: z.array(Position).parse(stored.positions),
      items: await studyItems(tx, desk.studyId),
      protocol: desk.protocol,
      protocolDigest,
      lockedAt,
      imported: importedIn(
        rounds.map(({ number, imported }) => ({ round: number, imported: imported ?? undefined })),
      ),
      reporting: ReportTexts.parse(stored.reporting),
      rounds,
      deviations: await deviationsOf(tx, desk),
      editions: await editionsOf(tx, desk),
      series: series && { slug: series.slug, name: series.name },
    };
  },
});

async function roundsOf(tx: Tx, desk: Desk): Promise<readonly DeskRound[]> {
  const rows = await tx
    .select({
      number: round.number,
      state: round.state,
      openedAt: round.openedAt,
      closesAt: round.closesAt,
      zone: round.zone,
      closedAt: round.closedAt,
      items: round.items,
      imported: sql<unknown>`${round.snapshot} -> 'imported'`,
    })
    .from(round)
    .where(eq(round.studyId, desk.studyId))
    .orderBy(asc(round.number));
  return rows.map(({ items, imported, ...row }) => ({
    ...row,
    asked: z.array(z.unknown()).parse(items).length,
    imported: Imported.nullable().parse(imported),
  }));
}

async function deviationsOf(tx: Tx, desk: Desk): Promise<readonly Deviation[]> {
  const rows = await tx
    .select({ body: deviation.body })
    .from(deviation)
    .where(eq(deviation.studyId, desk.studyId))
    .orderBy(asc(deviation.number));
  return rows.map((row) => Deviation.parse(row.body));
}

const editionsOf = (tx: Tx, desk: Desk): Promise<DeskEdition[]> =>
  tx
    .select({
      number: edition.number,
      digest: edition.digest,
      publishedAt: edition.publishedAt,
      rounds: sql<number>`jsonb_array_length(${edition.canonical}::jsonb -> 'rounds')`,
    })
    .from(edition)
    .where(eq(edition.studyId, desk.studyId))
    .orderBy(asc(edition.number));
