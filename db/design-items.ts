import { eq } from "drizzle-orm";
import type { Item } from "@/delphi/item";
import type { Tx } from "./run";
import { item } from "./schema/study";

/** Puts these items in the place of those that a study's design has. */
export async function replaceItems(tx: Tx, studyId: string, items: readonly Item[]): Promise<void> {
  await tx.delete(item).where(eq(item.studyId, studyId));
  if (items.length === 0) return;
  await tx.insert(item).values(items.map((body, place) => ({ studyId, id: body.id, place, body })));
}
