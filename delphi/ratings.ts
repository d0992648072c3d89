import type { RoundAnswers, SeatAnswers } from "./analysis";
import { quantityScaleText } from "./deposit/quantity-scale-text";
import { type Item, type Part, takesRationale } from "./item";
import { wrongQuantity } from "./quantity";
import type { RatingColumn } from "./rating-names";
import { RATIONALE, RATIONALE_MAX_LENGTH } from "./rationale";
import { isQuantity, scaleBounds, scaleValues, wholeNumbers } from "./scale";

/** One thing put to an expert, as typed, with its place in the file. */
export type RatingRow = Readonly<Record<RatingColumn, string>> & { readonly line: number };
export type BadRow = { readonly line: number; readonly reason: string };

/** A reason or an open answer, beside the seat that gave it. */
export type SeatText = {
  readonly seat: string;
  readonly item: string;
  readonly part: string;
  readonly text: string;
};
export type RatedRound = RoundAnswers & { readonly texts: readonly SeatText[] };
export type Ratings = {
  /** In their order. Everybody who was asked anything has a seat, whether or not they answered. */
  readonly rounds: readonly RatedRound[];
  readonly items: readonly Item[];
  readonly strata: readonly string[];
  readonly bad: readonly BadRow[];
};

/** Where nothing else is said, a part is a five-point scale without labels. */
const FIVE_POINTS = wholeNumbers(1, 5);

/**
 * Tidy answers as rounds. An empty value is "not answered", `abstain` an abstention; a place without a row was not
 * put to that expert; the part `rationale` holds a reason. Good rows are kept; each bad one is listed with its line.
 * @param known items with their texts and scales; null: every part is a 1 to 5 scale
 */
export function ratingsOf(rows: readonly RatingRow[], known: readonly Item[] | null): Ratings {
  const bad: BadRow[] = [];
  const items = new Map<string, Item>((known ?? []).map((item) => [item.id, item]));
  const strataOf = new Map<string, string>();
  const rounds = new Map<number, Filling>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const stated = strataOf.get(row.expert) ?? row.stratum;
    const reason = whatIsWrong(row, stated, seen, known === null ? null : items);
    if (reason !== null) {
      bad.push({ line: row.line, reason });
      continue;
    }
    if (known === null && row.part !== RATIONALE) addPart(items, row.item, row.part);
    strataOf.set(row.expert, stated);
    seen.set(keyOf(row), row.line);
    const number = Number(row.round);
    const round = rounds.get(number) ?? { asked: new Set(), seats: new Map(), texts: [] };
    rounds.set(number, round);
    fill(round, row, stated, isText(row, items));
  }
  return {
    rounds: [...rounds]
      .sort(([a], [b]) => a - b)
      .map(([round, { asked, seats, texts }]) => ({
        round,
        items: [...items.values()].flatMap((item) => onlyAsked(item, asked)),
        seats: [...seats.values()],
        texts,
      })),
    items: [...items.values()],
    strata: [...new Set(strataOf.values())].filter((stratum) => stratum !== "").sort(),
    bad,
  };
}

type Seat = SeatAnswers & { readonly values: Map<string, number | null>; readonly asked: Set<string> };
type Filling = { readonly asked: Set<string>; readonly seats: Map<string, Seat>; readonly texts: SeatText[] };

function fill({ asked, seats, texts }: Filling, row: RatingRow, stratum: string, asText: boolean): void {
  const { expert, item, part, value } = row;
  const seat = seats.get(expert) ?? {
    seat: expert,
    stratum: stratum || null,
    values: new Map(),
    asked: new Set(),
  };
  seats.set(expert, seat);
  if (asText && value !== "" && value !== "abstain") texts.push({ seat: expert, item, part, text: value });
  // A reason may be given for whatever is asked, so it asks nothing by itself.
  if (part === RATIONALE) return;
  const place = `${item}/${part}`;
  asked.add(place);
  seat.asked.add(place);
  if (!asText && value !== "") seat.values.set(place, value === "abstain" ? null : Number(value));
}

/** The item with the parts that a round asked of anybody. */
function onlyAsked(item: Item, asked: ReadonlySet<string>): readonly Item[] {
  const parts = item.parts.filter((part) => asked.has(`${item.id}/${part.id}`));
  return parts.length === 0 ? [] : [{ ...item, parts }];
}

const keyOf = (row: RatingRow): string => JSON.stringify([row.expert, row.round, row.item, row.part]);

const partOf = ({ item, part }: RatingRow, items: ReadonlyMap<string, Item>): Part | undefined =>
  items.get(item)?.parts.find((one) => one.id === part);

const isText = (row: RatingRow, items: ReadonlyMap<string, Item>): boolean =>
  row.part === RATIONALE || partOf(row, items)?.scale.kind === "text";

function whatIsWrong(
  row: RatingRow,
  stratum: string,
  seen: ReadonlyMap<string, number>,
  items: ReadonlyMap<string, Item> | null,
): string | null {
  const empty = (["expert", "round", "item", "part"] as const).find((column) => row[column] === "");
  if (empty) return `The column “${empty}” is empty.`;
  if (row.part.includes("/")) return `“${row.part}” is no name of a part: it must not contain a slash.`;
  if (!/^[1-9]\d{0,2}$/.test(row.round)) return `“${row.round}” is not a round: rounds are numbered from 1.`;
  if (row.stratum !== stratum)
    return `${row.expert} was in “${stratum}” before and is in “${row.stratum}” here.`;
  const first = seen.get(keyOf(row));
  if (first !== undefined)
    return `${row.expert} answered ${row.item}, ${row.part} in round ${row.round} already, on line ${first}.`;
  if (row.part === RATIONALE) return wrongReason(row, items);
  const part = items === null ? { scale: FIVE_POINTS } : partOf(row, items);
  if (!part) return `There is no ${row.item} with a part ${row.part}.`;
  if (row.value === "" || row.value === "abstain") return null;
  return onScale(part, row.value);
}

function wrongReason({ item: id, value }: RatingRow, items: ReadonlyMap<string, Item> | null): string | null {
  const item = items?.get(id);
  if (items && !item) return `There is no ${id}.`;
  if (item && !takesRationale(item.kind)) return `${id} takes no reasons: it is not decided.`;
  return tooLong(value, RATIONALE_MAX_LENGTH);
}

function onScale({ scale }: Pick<Part, "scale">, value: string): string | null {
  if (scale.kind === "text") return tooLong(value, scale.maxLength);
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  if (isQuantity(scale))
    return number !== null && wrongQuantity(scale, number) === null
      ? null
      : `${value} is not on the scale ${quantityScaleText(scale)}.`;
  if (number !== null && scaleValues(scale).includes(number)) return null;
  const { min, max } = scaleBounds(scale)!;
  return `${value} is not on the scale ${min} to ${max}${scale.kind === "probability" ? " in steps of 5" : ""}.`;
}

const tooLong = (text: string, most: number): string | null =>
  text.length > most ? `This text is longer than ${most} characters.` : null;

function addPart(items: Map<string, Item>, id: string, part: string): void {
  const item = items.get(id) ?? { id, kind: "option", title: id, text: "", parts: [], sources: [] };
  if (item.parts.some((one) => one.id === part)) return;
  items.set(id, { ...item, parts: [...item.parts, { id: part, question: "", scale: FIVE_POINTS }] });
}
