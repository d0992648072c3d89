import type { Item } from "@/delphi/item";
import { RATING_COLUMNS, type RatingColumn } from "@/delphi/rating-names";
import { deskAs } from "../access/desk";
import { type ColumnHead, headsOf, mendFile } from "../mend-file";
import { OutsideFile, peopleIn, type ReadOutside, readOutside } from "../outside-rounds";
import { query } from "../run";
import { studyItems } from "../study-rows";

type RoundSeen = {
  readonly round: number;
  readonly items: number;
  /** Experts of whom the file holds an answer, and all whom it says were asked. */
  readonly people: number;
  readonly invited: number;
  readonly answers: number;
  readonly texts: number;
};

/** What a file of rounds would come to, before anything of it is stored. No name of it is in here but in lines that are left out. */
export type RoundsPreview = Pick<
  ReadOutside,
  "columns" | "scale" | "questions" | "bad" | "undescribed" | "problems" | "unfit"
> & {
  readonly heads: readonly ColumnHead[];
  readonly rounds: readonly RoundSeen[];
  readonly people: number;
  /** Titles of the questions that are asked. */
  readonly asked: readonly string[];
  /** The questions that the study would have, where they are made from the file. */
  readonly made: readonly Item[];
  /** Titles of groups that the study would get. */
  readonly groups: readonly string[];
  /** Whether the study has questions that the file could be about. */
  readonly ownQuestions: number;
  readonly mend: string;
};

export const roundsPreview = query({
  input: OutsideFile,
  access: deskAs("facilitator"),
  run: async (tx, desk, given): Promise<RoundsPreview> => {
    const own = await studyItems(tx, desk.studyId);
    const { lines, strata, items, rounds, ...read } = readOutside(desk, own, given);
    const { columns, scale, questions, bad, undescribed, problems, unfit } = read;
    const known = new Set(desk.protocol.strata.map(({ id }) => id));
    const asked = new Set(rounds.flatMap((round) => round.items.map(({ id }) => id)));
    return {
      columns,
      scale,
      questions,
      bad,
      undescribed,
      problems,
      unfit,
      heads: headsOf(lines, columns.header),
      rounds: rounds.map(({ round, items: here, seats, invited, texts }) => ({
        round,
        items: here.length,
        people: seats.length,
        invited,
        answers: seats.reduce((sum, { values }) => sum + values.size, 0),
        texts: texts.length,
      })),
      people: peopleIn(rounds),
      asked: items.filter(({ id }) => asked.has(id)).map(({ title }) => title),
      made: questions === "file" ? items : [],
      groups: strata.filter(({ id }) => !known.has(id)).map(({ title }) => title),
      ownQuestions: own.filter(({ kind }) => kind !== "about").length,
      mend: mendFile(lines, columns, HEAD, bad),
    };
  },
});

/** Heads that guessRatingColumns finds again. */
const HEAD = Object.fromEntries(RATING_COLUMNS.map((column) => [column, column])) as Record<
  RatingColumn,
  string
>;
