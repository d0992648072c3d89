import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Item } from "@/delphi/item";
import { itemsInUse } from "@/delphi/lineage";
import { StudyDesign } from "@/delphi/study";
import { deskAs } from "../access/desk";
import { query } from "../run";
import { study } from "../schema/study";
import { studyItems, studyLineage } from "../study-rows";

/** Everything that makes a study but its panel and its answers: to copy it, or to keep it as a file. */
export const studyDesign = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk) => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    const { slug, content, sources, positions, protocol } = row!;
    const all = await studyItems(tx, desk.studyId);
    const items = itemsInUse(all, await studyLineage(tx, desk.studyId)).map(inFirstWording);
    return StudyDesign.parse({ slug, content, sources, positions, items, protocol });
  },
});

/** In another study nothing was asked before, so there is no former wording. */
const inFirstWording = ({ wording: _former, ...item }: Item): Item => item;
