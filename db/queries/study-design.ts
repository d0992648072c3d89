import { eq } from "drizzle-orm";
import { z } from "zod";
import { StudyDesign } from "@/delphi/study";
import { deskAs } from "../access/desk";
import { query } from "../run";
import { study } from "../schema/study";
import { studyItems } from "../study-rows";

/** Everything that makes a study but its panel and its answers: to copy it, or to keep it as a file. */
export const studyDesign = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: async (tx, desk) => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    const { slug, content, sources, positions, protocol } = row!;
    const items = await studyItems(tx, desk.studyId);
    return StudyDesign.parse({ slug, content, sources, positions, items, protocol });
  },
});
