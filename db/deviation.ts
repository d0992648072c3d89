import { count, eq } from "drizzle-orm";
import { Deviation } from "@/delphi/protocol";
import type { Tx } from "./run";
import { deviation } from "./schema/study";

/** Adds the next numbered deviation; the caller holds the study's row, so numbers have no gap. */
export async function logDeviation(
  tx: Tx,
  studyId: string,
  change: Pick<Deviation, "what" | "reason" | "round">,
  now: Date,
): Promise<void> {
  const [row] = await tx.select({ known: count() }).from(deviation).where(eq(deviation.studyId, studyId));
  const number = (row?.known ?? 0) + 1;
  const body = Deviation.parse({ ...change, number, date: now.toISOString().slice(0, 10) });
  await tx.insert(deviation).values({ studyId, number, body });
}
