import { z } from "zod";
import { describedItems, ITEM_COLUMNS, type ItemRow } from "@/delphi/described-items";
import type { Item } from "@/delphi/item";
import { RATING_COLUMNS, type RatingColumn } from "@/delphi/rating-names";
import type { BadRow, RatingRow } from "@/delphi/ratings";
import { fieldsByHead, namesOf } from "./panel-columns";
import { type PanelLine, readPanelLines } from "./panel-lines";

/** How a file of answers is to be read: whether its first line names the columns, and what each column means. */
export const RatingColumns = z.strictObject({
  header: z.boolean(),
  fields: z.array(z.enum(RATING_COLUMNS).nullable()).max(200),
});
export type RatingColumns = Readonly<z.infer<typeof RatingColumns>>;

const NAMES = namesOf<RatingColumn>({
  expert: ["expert", "participant", "respondent", "person", "pseudonym", "id", "user"],
  stratum: ["stratum", "group", "sector", "category", "stakeholder group"],
  round: ["round", "wave"],
  item: ["item", "question", "statement", "option"],
  part: ["part", "criterion", "aspect"],
  value: ["value", "answer", "rating", "score", "response"],
});

/** The columns by their heads; a file whose first line names none is matched by whoever brings it. */
export function guessRatingColumns([first]: readonly PanelLine[]): RatingColumns {
  const fields = fieldsByHead(first?.cells ?? [], NAMES);
  return { header: fields.some((field) => field !== null), fields: fields.slice(0, 200) };
}

const LONGEST_GROUP = 120;

/** Without what no database takes. */
const tidy = (cell = ""): string => cell.replaceAll("\0", "").trim();

/** Every line of answers as typed, and those that can't be read at all. */
export function ratingRows(
  lines: readonly PanelLine[],
  { header, fields }: RatingColumns,
): { readonly rows: readonly RatingRow[]; readonly bad: readonly BadRow[] } {
  const places = RATING_COLUMNS.map((column) => [column, fields.indexOf(column)] as const);
  const bad: BadRow[] = [];
  const rows = lines.slice(header ? 1 : 0).flatMap(({ line, cells, broken }) => {
    if (broken) {
      bad.push({ line, reason: "This line has a quotation mark that is never closed." });
      return [];
    }
    const typed = places.map(([column, at]) => [column, tidy(cells[at])] as const);
    const row = { ...(Object.fromEntries(typed) as Record<RatingColumn, string>), line };
    if (row.stratum.length <= LONGEST_GROUP) return [row];
    bad.push({ line, reason: `The group’s name is longer than ${LONGEST_GROUP} characters.` });
    return [];
  });
  return { rows, bad };
}

/** The questions as a second file describes them (docs/analysing.md). */
export function readDescription(text: string): {
  readonly items: readonly Item[];
  readonly bad: readonly BadRow[];
} {
  const [head, ...body] = readPanelLines(text);
  const heads = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = ["item", "part"].find((column) => !heads.includes(column));
  if (missing)
    return { items: [], bad: [{ line: head?.line ?? 1, reason: `There is no column “${missing}”.` }] };
  return describedItems(
    body.map(({ line, cells }): ItemRow => {
      const typed = ITEM_COLUMNS.map((column) => [column, tidy(cells[heads.indexOf(column)])] as const);
      return { ...(Object.fromEntries(typed) as Omit<ItemRow, "line">), line };
    }),
  );
}
