import { eq } from "drizzle-orm";
import type { Item } from "@/delphi/item";
import { itemsInUse } from "@/delphi/lineage";
import { StudyDesign } from "@/delphi/study";
import type { Tx } from "./run";
import { study } from "./schema/study";
import { studyItems, studyLineage } from "./study-rows";

/** Everything that makes a study but its panel and its answers, with the items as they are worded now. */
export async function designOf(tx: Tx, studyId: string): Promise<StudyDesign> {
  const [row] = await tx.select().from(study).where(eq(study.id, studyId));
  const { slug, content, sources, positions, protocol } = row!;
  const all = await studyItems(tx, studyId);
  const items = itemsInUse(all, await studyLineage(tx, studyId)).map(inFirstWording);
  return StudyDesign.parse({ slug, content, sources, positions, items, protocol });
}

/** In another study nothing was asked before, so there is no former wording. */
const inFirstWording = ({ wording: _former, ...item }: Item): Item => item;
