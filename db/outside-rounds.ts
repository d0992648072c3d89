import { z } from "zod";
import { type Elsewhere, guessScale, roundsElsewhere, usualScale } from "@/delphi/elsewhere";
import { Item } from "@/delphi/item";
import { Protocol, type Stratum } from "@/delphi/protocol";
import { USUAL_SCALES } from "@/delphi/rating-names";
import type { BadRow } from "@/delphi/ratings";
import type { Desk } from "./access/desk";
import { lockProblems } from "./opening";
import { guessRatingColumns, RatingColumns, ratingRows, readDescription } from "./outside-file";
import { type PanelLine, readPanelLines } from "./panel-lines";
import { assignStrata } from "./panel-strata";

/** About 20,000 answers. */
const LARGEST_FILE = 1_000_000;

/** Answers that were given elsewhere, and how they are to be read; what is left out reads itself. */
export const OutsideFile = z.strictObject({
  study: z.string(),
  text: z.string().max(LARGEST_FILE, "This file is too large."),
  /** The questions, as `npm run -s analyse` takes them. */
  described: z.string().max(LARGEST_FILE, "This file is too large.").optional(),
  columns: RatingColumns.optional(),
  scale: z.enum(USUAL_SCALES).optional(),
  questions: z.enum(["study", "file"]).optional(),
});
export type OutsideFile = z.infer<typeof OutsideFile>;

/** How it was read, what came of it, and what keeps it from being brought in, in sentences. */
export type ReadOutside = Elsewhere & {
  readonly lines: readonly PanelLine[];
  readonly columns: RatingColumns;
  readonly scale: (typeof USUAL_SCALES)[number];
  readonly questions: "study" | "file";
  readonly strata: readonly Stratum[];
  /** Lines of the description that can't be used. */
  readonly undescribed: readonly BadRow[];
  /** The file or the questions have to be mended. */
  readonly problems: readonly string[];
  /** The rules of the study don't fit the questions. */
  readonly unfit: readonly string[];
};

/** Reads answers as the rounds of a study. Nothing is stored. */
export function readOutside(desk: Desk, own: readonly Item[], given: OutsideFile): ReadOutside {
  const lines = readPanelLines(given.text);
  const columns = given.columns ?? guessRatingColumns(lines);
  const { rows: typed, bad: broken } = ratingRows(lines, columns);
  const { strata, rows, bad: homeless } = assignStrata(desk, typed);
  const scale = given.scale ?? guessScale(typed);
  const description = given.described === undefined ? null : readDescription(given.described);
  const named = rows.map(({ stratumId, ...row }) => ({ ...row, stratum: stratumId ?? "" }));
  const read = (questions: "study" | "file") =>
    roundsElsewhere(named, own, {
      questions,
      // What experts are asked about themselves follows from the protocol alone.
      described: description?.items.filter(({ kind }) => kind !== "about") ?? null,
      scale: usualScale(scale),
    });
  const questions = own.every(({ kind }) => kind === "about")
    ? "file"
    : (given.questions ?? usualQuestions());
  const { rounds, items, bad } = read(questions);
  const used = new Set(rounds.flatMap(({ seats }) => seats.map(({ stratum }) => stratum)));
  const known = new Set(desk.protocol.strata.map(({ id }) => id));
  return {
    lines,
    columns,
    scale,
    questions,
    strata: strata.filter(({ id }) => known.has(id) || used.has(id)),
    undescribed: description?.bad ?? [],
    rounds,
    items,
    bad: [...broken, ...homeless, ...bad].sort((a, b) => a.line - b.line),
    problems: problemsOf(columns, { rounds, items }),
    unfit: rounds.length === 0 ? [] : lockProblems(desk.protocol, items, peopleIn(rounds)).map(said),
  };

  /** The file's own where it describes them, or where the study has none of those that it names. */
  function usualQuestions(): "study" | "file" {
    return description === null && read("study").rounds.length > 0 ? "study" : "file";
  }
}

const said = ({ message }: { readonly message: string }): string => message;

const MOST_ROUNDS = Protocol.shape.rounds.maxValue ?? 10;

function problemsOf(
  columns: RatingColumns,
  { rounds, items }: Pick<ReadOutside, "rounds" | "items">,
): string[] {
  const missing = (["expert", "round", "item", "part", "value"] as const).filter(
    (column) => !columns.fields.includes(column),
  );
  if (missing.length > 0)
    return [`No column is matched to ${missing.join(", ")}. Say above which column of the file it is.`];
  const numbers = rounds.map(({ round }) => round);
  if (numbers.length === 0) return ["No line of the file can be used."];
  const wrong: string[] = [];
  if (numbers.some((number, at) => number !== at + 1))
    wrong.push(`The file has round ${numbers.join(", ")}. Rounds begin at 1 and leave none out.`);
  if (numbers.length > MOST_ROUNDS) wrong.push(`A study has ${MOST_ROUNDS} rounds at the most.`);
  for (const those of [items, ...rounds.map((round) => round.items)]) wrong.push(...wrongItems(those));
  return [...new Set(wrong)];
}

/** As they would be stored; of an estimate, for instance, a round has to ask every part. */
function wrongItems(items: readonly Item[]): string[] {
  const fits = z.array(Item).max(200, "A study has 200 questions at the most.").safeParse(items);
  if (fits.success) return [];
  return fits.error.issues.slice(0, 5).map(({ path, message }) => {
    const item = typeof path[0] === "number" ? items[path[0]] : undefined;
    return item ? `“${item.title}”: ${message}` : message;
  });
}

export const peopleIn = (rounds: Elsewhere["rounds"]): number =>
  new Set(rounds.flatMap(({ seats }) => seats.map(({ seat }) => seat))).size;
