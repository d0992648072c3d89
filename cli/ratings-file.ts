import { parse } from "csv-parse/sync";
import { PlainError } from "@/db/plain-error";
import { unguarded } from "@/delphi/csv";
import type { Item } from "@/delphi/item";
import { RATING_COLUMNS } from "@/delphi/rating-names";
import { type RatingRow, type Ratings, ratingsOf } from "@/delphi/ratings";

/** Reads a file of tidy answers (delphi/ratings). Throws where a column is missing. */
export const readRatings = (text: string, known: readonly Item[] | null): Ratings =>
  ratingsOf(rowsOf(text), known);

function rowsOf(text: string): readonly RatingRow[] {
  const records = readCsv(text);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  for (const column of RATING_COLUMNS)
    if (column !== "stratum" && !header.includes(column))
      throw new PlainError(`The ratings have no column “${column}”. Expected: ${RATING_COLUMNS.join(",")}.`);
  return records.slice(1).map(({ record, info }) => {
    const cell = (column: string) => (record[header.indexOf(column)] ?? "").trim();
    const [expert, stratum, round, item, part, value] = RATING_COLUMNS.map(cell) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { expert, stratum, round, item, part, value, line: info.lines };
  });
}

type Parsed = { record: string[]; info: { lines: number } };

export function readCsv(text: string): readonly Parsed[] {
  const first = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [";", "\t"].find((mark) => first.split(mark).length > first.split(",").length) ?? ",";
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
      cast: (cell) => unguarded(cell),
    }) as unknown as Parsed[];
  } catch (error) {
    throw new PlainError(`This file is not CSV: ${error instanceof Error ? error.message : error}`);
  }
}
