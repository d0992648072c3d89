import { freeSlug } from "./free-slug";
import type { Item, Part } from "./item";
import type { UsualScale } from "./rating-names";
import { type BadRow, type RatedRound, type RatingRow, ratingsOf } from "./ratings";
import { RATIONALE } from "./rationale";
import { type Scale, scaleValues, wholeNumbers } from "./scale";

/** A round that was run elsewhere: those who answered have seats, and of everybody asked there is a number. */
export type OutsideRound = RatedRound & { readonly invited: number };

/** What a file of rounds comes to for a study. Seats still go by the names of the file. */
export type Elsewhere = {
  /** The study's items from then on. */
  readonly items: readonly Item[];
  readonly rounds: readonly OutsideRound[];
  readonly bad: readonly BadRow[];
};

export type Reading = {
  /** The study's own questions, which the file names; or those of the file, which take their place. */
  readonly questions: "study" | "file";
  /** The questions as a second file describes them. */
  readonly described: readonly Item[] | null;
  /** Of a question that nothing describes. */
  readonly scale: Scale;
};

/**
 * Reads tidy answers as the rounds of a study. Questions and parts are found by their ids or their words, in any
 * spelling of capitals; good rows are kept, each bad one is listed with its line.
 */
export function roundsElsewhere(
  rows: readonly RatingRow[],
  own: readonly Item[],
  { questions, described, scale }: Reading,
): Elsewhere {
  const book = questions === "study" ? bookOf(own) : slugged(described ?? itemsNamed(rows, scale));
  const [named, lost] = placed(rows, book);
  const items = [...new Set([...book.values()].map(({ item }) => item))];
  const ratings = ratingsOf(named, items);
  const asked = new Set(ratings.rounds.flatMap((round) => round.items.map(({ id }) => id)));
  return {
    // A name that stands in bad rows alone is no question.
    items: questions === "file" && described === null ? items.filter(({ id }) => asked.has(id)) : items,
    rounds: ratings.rounds.map((round) => ({
      ...round,
      invited: round.seats.length,
      seats: whoAnswered(round),
    })),
    bad: [...lost, ...ratings.bad].sort((a, b) => a.line - b.line),
  };
}

function whoAnswered({ seats, texts }: RatedRound): RatedRound["seats"] {
  const wrote = new Set(texts.map(({ seat }) => seat));
  return seats.filter(({ seat, values }) => values.size > 0 || wrote.has(seat));
}

/** What a file may call a question, in small letters, and what it may call its parts. */
type Book = ReadonlyMap<string, { readonly item: Item; readonly parts: ReadonlyMap<string, string> }>;

const spelled = (name: string): string => name.trim().toLowerCase();

const bookOf = (items: readonly Item[]): Book =>
  new Map(
    // An id comes before a title that is spelled like it.
    (["title", "id"] as const).flatMap((name) =>
      items.map((item) => [spelled(item[name]), { item, parts: partNames(item.parts) }] as const),
    ),
  );

const partNames = (parts: readonly Part[]): ReadonlyMap<string, string> =>
  new Map(
    (["question", "id"] as const).flatMap((name) => parts.map((part) => [spelled(part[name]), part.id])),
  );

/** Items that go by the names of a file get ids of their own; the file's names still find them. */
function slugged(raw: readonly Item[]): Book {
  const taken: string[] = [];
  return new Map(
    raw.flatMap((one) => {
      const id = freeSlug(one.id, taken);
      taken.push(id);
      const ids: string[] = [RATIONALE];
      const parts = one.parts.map((part) => {
        const own = freeSlug(part.id, ids, "part");
        ids.push(own);
        return { ...part, id: own };
      });
      const names = new Map([
        ...partNames(parts),
        ...one.parts.map((part, at) => [spelled(part.id), parts[at]!.id] as const),
      ]);
      const found = { item: { ...one, id, parts }, parts: names };
      return [...new Set([spelled(one.title), spelled(one.id)])].map((name) => [name, found] as const);
    }),
  );
}

/** Every name of a question in the rows, with the names of its parts. */
function itemsNamed(rows: readonly RatingRow[], scale: Scale): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { item: name, part } of rows) {
    if (name === "" || part === "" || spelled(part) === RATIONALE) continue;
    const key = spelled(name);
    const item =
      items.get(key) ??
      ({ id: name, kind: "option", title: name.slice(0, 300), text: "", parts: [], sources: [] } as Item);
    if (!item.parts.some(({ id }) => spelled(id) === spelled(part)))
      item.parts.push({ id: part, question: part.slice(0, 500), scale });
    items.set(key, item);
  }
  return [...items.values()];
}

function placed(rows: readonly RatingRow[], book: Book): readonly [readonly RatingRow[], readonly BadRow[]] {
  const bad: BadRow[] = [];
  const named = rows.flatMap((row) => {
    // What is empty has a sentence of its own.
    if (row.item === "" || row.part === "") return [row];
    const found = book.get(spelled(row.item));
    const part = spelled(row.part) === RATIONALE ? RATIONALE : found?.parts.get(spelled(row.part));
    if (found && part) return [{ ...row, item: found.item.id, part }];
    const reason = found
      ? `“${found.item.title}” has no part called “${row.part}”.`
      : `There is no question called “${row.item}”.`;
    bad.push({ line: row.line, reason });
    return [];
  });
  return [named, bad];
}

/** A scale by its name. */
export const usualScale = (name: UsualScale): Scale => {
  if (name === "probability") return { kind: "probability" };
  const [from, to] = name.split("-").map(Number) as [number, number];
  return wholeNumbers(from, to);
};

const GUESSED = ["1-5", "1-7", "1-9", "1-10", "0-10", "probability"] as const;
/** A few mistyped numbers must not widen the scale; of very few numbers each one counts. */
const mistyped = (numbers: number): number => (numbers < 30 ? 0 : Math.max(1, numbers / 100));

/** The first usual scale that nearly all numbers of a file are on; 1 to 5 where there is none. */
export function guessScale(rows: readonly RatingRow[]): UsualScale {
  const numbers = rows.flatMap(({ part, value }) =>
    spelled(part) !== RATIONALE && /^-?\d+(\.\d+)?$/.test(value) ? [Number(value)] : [],
  );
  const covers = (name: UsualScale) => {
    const values = scaleValues(usualScale(name));
    return numbers.filter((number) => !values.includes(number)).length <= mistyped(numbers.length);
  };
  return GUESSED.find(covers) ?? "1-5";
}
