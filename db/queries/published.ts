import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import { type Item, ratedParts } from "@/delphi/item";
import { lastAsked } from "@/delphi/publication";
import { type Phase, phaseOf, StudyContent } from "@/delphi/study";
import { anyone } from "../access/anyone";
import { isPublic } from "../access/reader";
import { type ReadEdition, readEdition } from "../edition-text";
import { query, type Tx } from "../run";
import { round, study } from "../schema/study";

/** The figure a list shows of a study: its headline stance, or its first figure, in its latest edition. */
export type Headline = { readonly item: Item; readonly figure: ShownFigure };

export type PublicStudy = {
  readonly slug: string;
  readonly simulated: boolean;
  readonly title: string;
  readonly question: string;
  readonly organiser: string;
  readonly contact: string;
  readonly phase: Phase;
  /** The last round that was opened. */
  readonly round: { readonly number: number; readonly openedAt: Date; readonly closesAt: Date | null } | null;
  readonly edition: {
    readonly number: number;
    readonly publishedOn: string;
    readonly rounds: number;
    readonly headline: Headline | null;
  } | null;
};

/** Every study that is public, the newest first, those of real panels before simulated ones. */
export const published = query({
  input: z.strictObject({}),
  access: anyone,
  run: async (tx): Promise<readonly PublicStudy[]> => {
    const rows = await tx
      .select({
        id: study.id,
        slug: study.slug,
        simulated: study.simulated,
        content: study.content,
        concludedAt: study.concludedAt,
        cancelReason: study.cancelReason,
      })
      .from(study)
      .where(isPublic)
      .orderBy(study.simulated, desc(study.createdAt), study.slug);
    const found: PublicStudy[] = [];
    for (const row of rows) found.push(await describe(tx, row));
    return found;
  },
});

type Row = {
  id: string;
  slug: string;
  simulated: boolean;
  content: unknown;
  concludedAt: Date | null;
  cancelReason: string | null;
};

async function describe(tx: Tx, { id, slug, simulated, content, ...ending }: Row): Promise<PublicStudy> {
  const { title, question, organiser, contact } = StudyContent.parse(content);
  const rounds = await tx
    .select({
      number: round.number,
      state: round.state,
      openedAt: round.openedAt,
      closesAt: round.closesAt,
    })
    .from(round)
    .where(eq(round.studyId, id))
    .orderBy(desc(round.number));
  const [last] = rounds;
  const read = await readEdition(tx, id);
  return {
    slug,
    simulated,
    title,
    question,
    organiser,
    contact,
    phase: phaseOf(rounds, ending),
    round: last ? { number: last.number, openedAt: last.openedAt, closesAt: last.closesAt } : null,
    edition: read && entryOf(read),
  };
}

const entryOf = ({ edition }: ReadEdition): NonNullable<PublicStudy["edition"]> => ({
  number: edition.number,
  publishedOn: edition.publishedOn,
  rounds: edition.rounds.length,
  headline: headlineOf(edition),
});

function headlineOf({ items, rounds }: ReadEdition["edition"]): Headline | null {
  for (const item of [...items].sort((a, b) => rank(a) - rank(b))) {
    const part = ratedParts(item)[0];
    const figure = part && figureOf(lastAsked(rounds, item.id)?.figures ?? [], item.id, part.id);
    if (figure?.withheld === null) return { item, figure };
  }
  return null;
}

const rank = (item: Item): number => (item.kind === "stance" ? 0 : 1);
