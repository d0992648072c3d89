import { eq } from "drizzle-orm";
import { z } from "zod";
import { Digest } from "@/delphi/edition-text";
import { StudyContent } from "@/delphi/study";
import { anyone } from "../access/anyone";
import { query } from "../run";
import { edition, study } from "../schema/study";

/** An edition that was published here, found by the digest that it was published with. */
export type KnownEdition = { readonly slug: string; readonly title: string; readonly number: number };

export const knownEdition = query({
  input: z.strictObject({ digest: Digest }),
  access: anyone,
  run: async (tx, _anyone, { digest }): Promise<KnownEdition | null> => {
    const [row] = await tx
      .select({ slug: study.slug, content: study.content, number: edition.number })
      .from(edition)
      .innerJoin(study, eq(study.id, edition.studyId))
      .where(eq(edition.digest, digest))
      .limit(1);
    return row ? { slug: row.slug, title: StudyContent.parse(row.content).title, number: row.number } : null;
  },
});
