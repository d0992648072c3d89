import { and, desc, eq } from "drizzle-orm";
import { type LetterWords, StudyLetter } from "@/delphi/letter";
import type { Tx } from "./run";
import { mailTemplate } from "./schema/mail";
import { edition } from "./schema/study";

/** A letter in the study's own words; null where the usual ones hold. */
export async function templateOf(tx: Tx, studyId: string, letter: string): Promise<LetterWords | null> {
  const known = StudyLetter.safeParse(letter);
  if (!known.success) return null;
  const [row] = await tx
    .select({ subject: mailTemplate.subject, body: mailTemplate.body })
    .from(mailTemplate)
    .where(and(eq(mailTemplate.studyId, studyId), eq(mailTemplate.letter, known.data)));
  return row ?? null;
}

export async function latestEdition(tx: Tx, studyId: string): Promise<number | null> {
  const [row] = await tx
    .select({ number: edition.number })
    .from(edition)
    .where(eq(edition.studyId, studyId))
    .orderBy(desc(edition.number))
    .limit(1);
  return row?.number ?? null;
}
