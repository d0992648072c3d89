import { and, desc, eq } from "drizzle-orm";
import { Edition } from "@/delphi/publication";
import type { Tx } from "./run";
import { edition } from "./schema/study";

/** A published edition and the digest of the text it was read from. */
export type ReadEdition = { readonly edition: Edition; readonly digest: string };

/** As many as a small installation has; an edition of a large study is about a megabyte when parsed. */
const KEPT = 24;

const kept = new Map<string, ReadEdition>();

/**
 * An edition of a study, the latest unless a number is given; null where there is none. Parsed once in this
 * process: the digest names the text, so what is kept can never be stale.
 */
export async function readEdition(tx: Tx, studyId: string, number?: number): Promise<ReadEdition | null> {
  const [head] = await tx
    .select({ number: edition.number, digest: edition.digest })
    .from(edition)
    .where(and(eq(edition.studyId, studyId), number === undefined ? undefined : eq(edition.number, number)))
    .orderBy(desc(edition.number))
    .limit(1);
  if (!head) return null;
  const known = kept.get(head.digest);
  if (known) return known;
  const [row] = await tx
    .select({ canonical: edition.canonical })
    .from(edition)
    .where(and(eq(edition.studyId, studyId), eq(edition.number, head.number)));
  return keep({ edition: Edition.parse(JSON.parse(row!.canonical)), digest: head.digest });
}

function keep(read: ReadEdition): ReadEdition {
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  kept.set(read.digest, read);
  return read;
}
