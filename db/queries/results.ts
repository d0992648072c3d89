import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { StudyContent } from "@/delphi/study";
import { deskAs } from "../access/desk";
import { readableStudy } from "../access/reader";
import { type ReadEdition, readEdition } from "../edition-text";
import { NotFound, query, type Tx } from "../run";
import { agreement } from "../schema/identity";
import { edition, study } from "../schema/study";
import type { EditionEntry } from "./study-page";

/** A study's published results, from one edition alone: nothing newer, whatever the study's state is by now. */
export type Results = {
  readonly slug: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly question: string;
  /** Null while nothing is published. */
  readonly published:
    | (ReadEdition & {
        readonly latest: number;
        /** Who of the panel is named beside the results, as of now: no part of the edition. */
        readonly named: readonly string[];
      })
    | null;
  /** Oldest first. */
  readonly editions: readonly EditionEntry[];
};

/** As it stands in an address, in its one spelling: "1", never "01" or "0x1". */
const EditionNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

/** The latest edition, or the one of that number; a number that was never published is not found. */
export const results = query({
  input: z.strictObject({ study: z.string(), edition: EditionNumber.optional() }),
  access: readableStudy,
  run: (tx, { studyId, slug, simulated }, input) =>
    readResults(tx, { studyId, slug, simulated }, input.edition),
});

/** The same for the desk of a study that is not public, such as a rehearsal: what readers would see. */
export const deskResults = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: (tx, { studyId, simulated }, input) =>
    readResults(tx, { studyId, slug: input.study, simulated }, undefined),
});

/** What an edition of a study says, whoever may read it. */
async function readResults(
  tx: Tx,
  { studyId, slug, simulated }: { readonly studyId: string } & Pick<Results, "slug" | "simulated">,
  number: number | undefined,
): Promise<Results> {
  const editions = await tx
    .select({ number: edition.number, digest: edition.digest, publishedAt: edition.publishedAt })
    .from(edition)
    .where(eq(edition.studyId, studyId))
    .orderBy(asc(edition.number));
  const read = await readEdition(tx, studyId, number);
  if (!read && number !== undefined) throw new NotFound();
  if (read) {
    const { title, question } = read.edition.study;
    const latest = editions.at(-1)!.number;
    return {
      slug,
      simulated,
      title,
      question,
      published: { ...read, latest, named: await namesListed(tx, studyId) },
      editions,
    };
  }
  const [row] = await tx.select({ content: study.content }).from(study).where(eq(study.id, studyId));
  const { title, question } = StudyContent.parse(row!.content);
  return { slug, simulated, title, question, published: null, editions };
}

/** Those who agreed to it and whom the facilitators listed; whoever takes it back is gone from all editions at once. */
async function namesListed(tx: Tx, studyId: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ name: agreement.name })
    .from(agreement)
    .where(
      and(eq(agreement.studyId, studyId), eq(agreement.agreedTo, "be-named"), eq(agreement.listed, true)),
    )
    .orderBy(asc(sql`lower(${agreement.name})`), asc(agreement.name));
  return rows.map(({ name }) => name);
}
