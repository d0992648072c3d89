import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import { parseEdition, textEntries } from "@/delphi/edition-text";
import type { EditionTexts } from "@/delphi/verification/bundle-files";
import { readableStudy } from "../access/reader";
import { NotFound, query } from "../run";
import { edition, study } from "../schema/study";
import { partBodies } from "../text-parts";

/** The canonical texts of an edition, of its parts as they stand now, and of its locked protocol. */
export const editionTexts = query({
  input: z.strictObject({ study: z.string(), edition: z.int().min(1) }),
  access: readableStudy,
  run: async (tx, { studyId }, { edition: number }): Promise<EditionTexts> => {
    const [row] = await tx
      .select({ text: edition.canonical, protocol: study.protocolText })
      .from(edition)
      .innerJoin(study, eq(study.id, edition.studyId))
      .where(and(eq(edition.studyId, studyId), eq(edition.number, number)));
    if (!row) throw new NotFound();
    const stored = parseEdition(row.text);
    const bodies = await partBodies(tx, studyId);
    const parts = textEntries(stored).map(({ digest }) => [digest, bodies.get(digest)!] as const);
    // Protocols that were locked before their text was kept are written anew from the edition.
    const protocol = row.protocol ?? canonical({ protocol: stored.protocol, items: stored.items });
    return { edition: row.text, parts: new Map(parts), protocol };
  },
});
