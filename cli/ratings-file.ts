import { parse } from "csv-parse/sync";
import { PlainError } from "@/db/plain-error";
import type { RoundAnswers, SeatAnswers } from "@/delphi/analysis";
import { unguarded } from "@/delphi/csv";
import { quantityScaleText } from "@/delphi/deposit/quantity-scale-text";
import type { Item, Part } from "@/delphi/item";
import { wrongQuantity } from "@/delphi/quantity";
import { isQuantity, type OrdinalScale, scaleBounds, scaleValues } from "@/delphi/scale";

export type BadRow = { readonly line: number; readonly reason: string };
export type Ratings = {
  readonly rounds: readonly RoundAnswers[];
  readonly items: readonly Item[];
  readonly strata: readonly string[];
  readonly bad: readonly BadRow[];
};

const COLUMNS = ["expert", "stratum", "round", "item", "part", "value"] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>> & { readonly line: number };

/** Where nothing else is said, a part is a five-point scale without labels. */
const FIVE_POINTS: OrdinalScale = {
  kind: "ordinal",
  points: [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })),
};

/**
 * Reads tidy answers: expert, stratum, round, item, part, value. An empty value is "not answered", `abstain` an
 * abstention; a place without a row was not put to that expert. Good rows are kept; each bad one is listed with
 * its line. Throws where a column is missing.
 * @param known items with their texts and scales; null: every part is a 1 to 5 scale
 */
export function readRatings(text: string, known: readonly Item[] | null): Ratings {
  const bad: BadRow[] = [];
  const items = new Map<string, Item>((known ?? []).map((item) => [item.id, item]));
  const strataOf = new Map<string, string>();
  const rounds = new Map<number, Filling>();
  const seen = new Set<string>();
  for (const row of rowsOf(text)) {
    const stated = strataOf.get(row.expert) ?? row.stratum;
    const reason = whatIsWrong(row, stated, seen, known === null ? null : items);
    if (reason !== null) {
      bad.push({ line: row.line, reason });
      continue;
    }
    if (known === null) addPart(items, row.item, row.part);
    strataOf.set(row.expert, stated);
    seen.add(keyOf(row));
    const number = Number(row.round);
    const round = rounds.get(number) ?? { asked: new Set(), seats: new Map() };
    rounds.set(number, round);
    fill(round, row, stated);
  }
  return {
    rounds: [...rounds]
      .sort(([a], [b]) => a - b)
      .map(([round, { asked, seats }]) => ({
        round,
        items: [...items.values()].flatMap((item) => onlyAsked(item, asked)),
        seats: [...seats.values()],
      })),
    items: [...items.values()],
    strata: [...new Set(strataOf.values())].filter((stratum) => stratum !== "").sort(),
    bad,
  };
}

type Seat = SeatAnswers & { readonly values: Map<string, number | null>; readonly asked: Set<string> };
type Filling = { readonly asked: Set<string>; readonly seats: Map<string, Seat> };

function fill({ asked, seats }: Filling, row: Row, stratum: string): void {
  const seat = seats.get(row.expert) ?? {
    seat: row.expert,
    stratum: stratum || null,
    values: new Map(),
    asked: new Set(),
  };
  seats.set(row.expert, seat);
  const place = `${row.item}/${row.part}`;
  asked.add(place);
  seat.asked.add(place);
  if (row.value !== "") seat.values.set(place, row.value === "abstain" ? null : Number(row.value));
}

/** The item with the parts that a round asked of anybody. */
function onlyAsked(item: Item, asked: ReadonlySet<string>): readonly Item[] {
  const parts = item.parts.filter((part) => asked.has(`${item.id}/${part.id}`));
  return parts.length === 0 ? [] : [{ ...item, parts }];
}

function rowsOf(text: string): readonly Row[] {
  const records = readCsv(text);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  for (const column of COLUMNS)
    if (column !== "stratum" && !header.includes(column))
      throw new PlainError(`The ratings have no column “${column}”. Expected: ${COLUMNS.join(",")}.`);
  return records.slice(1).map(({ record, info }) => {
    const cell = (column: string) => (record[header.indexOf(column)] ?? "").trim();
    const [expert, stratum, round, item, part, value] = COLUMNS.map(cell) as [
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

const keyOf = (row: Row): string => JSON.stringify([row.expert, row.round, row.item, row.part]);

function whatIsWrong(
  row: Row,
  stratum: string,
  seen: ReadonlySet<string>,
  items: ReadonlyMap<string, Item> | null,
): string | null {
  const empty = (["expert", "round", "item", "part"] as const).find((column) => row[column] === "");
  if (empty) return `The column “${empty}” is empty.`;
  if (row.part.includes("/")) return `“${row.part}” is no name of a part: it must not contain a slash.`;
  if (!/^[1-9]\d{0,2}$/.test(row.round)) return `“${row.round}” is not a round: rounds are numbered from 1.`;
  if (row.stratum !== stratum)
    return `${row.expert} was in “${stratum}” before and is in “${row.stratum}” here.`;
  if (seen.has(keyOf(row)))
    return `${row.expert} answered ${row.item}, ${row.part} in round ${row.round} already.`;
  const part =
    items === null ? { scale: FIVE_POINTS } : items.get(row.item)?.parts.find((one) => one.id === row.part);
  if (!part) return `The items file has no ${row.item} with a part ${row.part}.`;
  if (row.value === "" || row.value === "abstain") return null;
  return onScale(part, row.value) ? null : `${row.value} is not on the scale ${scaleText(part)}.`;
}

const onScale = ({ scale }: Pick<Part, "scale">, value: string): boolean =>
  scale.kind === "text" ||
  (/^-?\d+(\.\d+)?$/.test(value) &&
    (isQuantity(scale)
      ? wrongQuantity(scale, Number(value)) === null
      : scaleValues(scale).includes(Number(value))));

function scaleText({ scale }: Pick<Part, "scale">): string {
  if (isQuantity(scale)) return quantityScaleText(scale);
  const bounds = scaleBounds(scale);
  return bounds ? `${bounds.min} to ${bounds.max}` : "of texts";
}

function addPart(items: Map<string, Item>, id: string, part: string): void {
  const item = items.get(id) ?? { id, kind: "option", title: id, text: "", parts: [], sources: [] };
  if (item.parts.some((one) => one.id === part)) return;
  items.set(id, { ...item, parts: [...item.parts, { id: part, question: "", scale: FIVE_POINTS }] });
}
