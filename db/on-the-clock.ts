import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "./run";
import { deskTrouble, scheduledOpening } from "./schema/mail";

export type ScheduledOpening = {
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly zone: string;
};

/** Something that could not happen on time: the refusal that kept it from happening, and what fills its sentence. */
export type DeskTrouble = {
  readonly about: "opening" | "closing";
  readonly refusal: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly at: Date;
};

/** When a study's next round opens by itself. */
export async function openingOf(tx: Tx, studyId: string): Promise<ScheduledOpening | null> {
  const [row] = await tx
    .select({
      opensAt: scheduledOpening.opensAt,
      closesAt: scheduledOpening.closesAt,
      zone: scheduledOpening.zone,
    })
    .from(scheduledOpening)
    .where(eq(scheduledOpening.studyId, studyId));
  return row ?? null;
}

const Detail = z.record(z.string(), z.union([z.string(), z.number()]));

export async function troublesOf(tx: Tx, studyId: string): Promise<readonly DeskTrouble[]> {
  const rows = await tx
    .select()
    .from(deskTrouble)
    .where(eq(deskTrouble.studyId, studyId))
    .orderBy(asc(deskTrouble.at));
  return rows.map(({ about, refusal, detail, at }) => ({ about, refusal, detail: Detail.parse(detail), at }));
}
