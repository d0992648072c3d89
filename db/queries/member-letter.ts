import { eq } from "drizzle-orm";
import { z } from "zod";
import { StudyContent } from "@/delphi/study";
import { operator } from "../access/anyone";
import { memberOf } from "../members";
import { NotFound, query } from "../run";
import { study } from "../schema/study";

/** What the letter to a new member of a desk says. Not found where they were taken off again meanwhile. */
export const memberLetter = query({
  input: z.strictObject({ study: z.string(), member: z.string() }),
  access: operator,
  run: async (tx, _operator, { study: studyId, member }) => {
    const [row] = await tx
      .select({ content: study.content, slug: study.slug })
      .from(study)
      .where(eq(study.id, studyId));
    const person = row && (await memberOf(tx, studyId, member));
    if (!person) throw new NotFound();
    return { ...person, slug: row.slug, title: StudyContent.parse(row.content).title };
  },
});
