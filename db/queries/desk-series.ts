import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { itemsInUse } from "@/delphi/lineage";
import { type Continuity, type ItemsSince, itemsSince } from "@/delphi/series";
import { type Desk, deskAs } from "../access/desk";
import { type CarriedOver, carriedOver } from "../carry-panel";
import { continuityBetween } from "../continuity";
import { latestEdition } from "../letter-words";
import { query, type Tx } from "../run";
import { membership } from "../schema/identity";
import { series, wave } from "../schema/series";
import { studyItems, studyLineage } from "../study-rows";
import { seriesOf, type WaveRow, wavesOf } from "../waves";

/** A wave as a desk sees it. Of a wave at whose desk one does not sit there is what readers see, and no more. */
export type DeskWave = {
  readonly slug: string;
  readonly title: string;
  /** Null where it was taken out. */
  readonly number: number | null;
  readonly own: boolean;
  /** One sits at its desk, and may go there. */
  readonly atDesk: boolean;
  /** One owns it. */
  readonly owned: boolean;
  readonly openedAt: Date | null;
  readonly published: boolean;
  readonly simulated: boolean;
  readonly removed: WaveRow["removed"];
  /** Against the wave before; null for the first, and where one may not look at both. */
  readonly since: ItemsSince | null;
  /** Only for who runs both waves, since it tells of two rolls. */
  readonly continuity: Continuity | null;
};

/** The series of a study, and what can be done about it. */
export type DeskSeries = {
  readonly series: {
    readonly slug: string;
    readonly name: string;
    readonly panelShare: number;
    readonly declaredAt: Date;
    readonly removed: boolean;
    /** A second wave has begun: the share is fixed. */
    readonly begun: boolean;
    /** Readers find it. */
    readonly public: boolean;
    readonly waves: readonly DeskWave[];
    /** Waves of other desks that are not published yet. */
    readonly hidden: number;
  } | null;
  /** Whether there is something to ask again. */
  readonly published: boolean;
  /** How many people each way of carrying the panel over invites; null for who may not see the panel. */
  readonly carried: Readonly<Record<CarriedOver, number>> | null;
  /** Series in which one owns a wave, for a study that is in none. */
  readonly others: readonly { readonly slug: string; readonly name: string }[];
};

export const deskSeries = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk): Promise<DeskSeries> => {
    const own = await seriesOf(tx, desk.studyId);
    const runs = desk.role === "owner" || desk.role === "facilitator";
    return {
      series: own && { ...terms(own), ...(await seenFrom(tx, desk, own.id)) },
      published: (await latestEdition(tx, desk.studyId)) !== null,
      carried: runs ? await carriedOver(tx, desk.studyId) : null,
      others: own ? [] : await ownedSeries(tx, desk),
    };
  },
});

const terms = ({
  slug,
  name,
  panelShare,
  declaredAt,
  removed,
}: NonNullable<Awaited<ReturnType<typeof seriesOf>>>) => ({
  slug,
  name,
  panelShare,
  declaredAt,
  removed,
});

async function seenFrom(tx: Tx, desk: Desk, seriesId: string) {
  const rows = await wavesOf(tx, seriesId);
  const roles = await rolesIn(tx, desk, rows);
  const waves: DeskWave[] = [];
  const counted = rows.filter(({ removed }) => !removed);
  let before: WaveRow | undefined;
  for (const row of rows) {
    const role = roles(row);
    if (role || row.published)
      waves.push({
        slug: row.slug,
        title: row.title,
        number: row.removed ? null : counted.indexOf(row) + 1,
        own: row.studyId === desk.studyId,
        atDesk: role !== undefined,
        owned: role === "owner",
        openedAt: row.openedAt,
        published: row.published,
        simulated: row.simulated,
        removed: row.removed,
        since: before && role && roles(before) ? await since(tx, before, row) : null,
        continuity:
          before && [row, before].every((one) => ["owner", "facilitator"].includes(roles(one) ?? ""))
            ? await continuityBetween(tx, before, row)
            : null,
      });
    if (!row.removed) before = row;
  }
  return {
    waves,
    hidden: rows.length - waves.length,
    begun: rows.filter(({ openedAt }) => openedAt !== null).length > 1,
    public: rows.some(({ published }) => published),
  };
}

/** One's role at the desk of each wave; the operator counts as every owner. */
async function rolesIn(tx: Tx, { facilitatorId }: Desk, rows: readonly WaveRow[]) {
  if (facilitatorId === null) return () => "owner" as const;
  const ids = rows.map(({ studyId }) => studyId);
  const held = await tx
    .select({ studyId: membership.studyId, role: membership.role })
    .from(membership)
    .where(and(eq(membership.facilitatorId, facilitatorId), inArray(membership.studyId, ids)));
  return ({ studyId }: WaveRow) => held.find((one) => one.studyId === studyId)?.role;
}

async function since(tx: Tx, earlier: WaveRow, later: WaveRow): Promise<ItemsSince> {
  const inUse = async ({ studyId }: WaveRow) =>
    itemsInUse(await studyItems(tx, studyId), await studyLineage(tx, studyId));
  return itemsSince(await inUse(earlier), await inUse(later));
}

const ownedSeries = (tx: Tx, { facilitatorId }: Desk) =>
  facilitatorId === null
    ? Promise.resolve([])
    : tx
        .selectDistinct({ slug: series.slug, name: series.name })
        .from(series)
        .innerJoin(wave, eq(wave.seriesId, series.id))
        .innerJoin(membership, eq(membership.studyId, wave.studyId))
        .where(
          and(
            isNull(wave.removedOn),
            eq(membership.facilitatorId, facilitatorId),
            eq(membership.role, "owner"),
          ),
        )
        .orderBy(series.name, series.slug);
