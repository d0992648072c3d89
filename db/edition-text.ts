import { and, desc, eq, sql } from "drizzle-orm";
import { editionWith, parseEdition } from "@/delphi/edition-text";
import type { Edition } from "@/delphi/publication";
import type { Tx } from "./run";
import { edition, editionPart } from "./schema/study";
import { partsOf } from "./text-parts";

/** A published edition and the digest of the text it was read from. */
export type ReadEdition = { readonly edition: Edition; readonly digest: string };

/** As many as a small installation has; an edition of a large study is about a megabyte when parsed. */
const KEPT = 24;

const kept = new Map<string, ReadEdition & { readonly removed: number }>();

/**
 * An edition of a study, the latest unless a number is given; null where there is none. Parsed once in this
 * process: the digest names its text, and the number of parts taken down, which only grows, what stands of them.
 */
export async function readEdition(tx: Tx, studyId: string, number?: number): Promise<ReadEdition | null> {
  const [head] = await tx
    .select({
      number: edition.number,
      digest: edition.digest,
      removed: sql<number>`(select count(*)::int from ${editionPart}
        where ${editionPart.studyId} = ${studyId} and ${editionPart.removedOn} is not null)`,
    })
    .from(edition)
    .where(and(eq(edition.studyId, studyId), number === undefined ? undefined : eq(edition.number, number)))
    .orderBy(desc(edition.number))
    .limit(1);
  if (!head) return null;
  const { digest, removed } = head;
  const known = kept.get(digest);
  if (known?.removed === removed) return { edition: known.edition, digest };
  const [row] = await tx
    .select({ canonical: edition.canonical })
    .from(edition)
    .where(and(eq(edition.studyId, studyId), eq(edition.number, head.number)));
  const read = editionWith(parseEdition(row!.canonical), await partsOf(tx, studyId));
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  kept.set(digest, { edition: read, digest, removed });
  return { edition: read, digest };
}
