import { createHash, hkdfSync } from "node:crypto";
import type { DumpedRow } from "./dump";

/** Which seat belongs to which person, which only the test knows; strata, which an attacker knows too. */
export type Truth = ReadonlyMap<string, { readonly seat: string; readonly stratum: string }>;
export type Attempt = { readonly way: string; readonly hits: number; readonly pairs: number };

/** A person or a seat with what one column of one table says about it. */
type Trace = { readonly who: string; readonly at: string };
type Column = { readonly name: string; readonly traces: readonly Trace[] };

/**
 * Somebody with a copy of the database, its strata and no key. Every column of every row that names a person is set
 * against every column of every row that names a seat: equal values, nearest values, the same rank. Per pair of
 * columns one seat is guessed for each person, within their stratum.
 */
export function attack(rows: readonly DumpedRow[], truth: Truth): readonly Attempt[] {
  const people = columnsOf(rows, (row) => personIn(row, truth));
  const seats = columnsOf(rows, seatIn);
  const stratumOfSeat = new Map([...truth.values()].map(({ seat, stratum }) => [seat, stratum]));
  const strata = [...new Set(stratumOfSeat.values())];
  const attempts: Attempt[] = [];
  for (const person of people)
    for (const seat of seats)
      for (const [way, match] of Object.entries(WAYS)) {
        let [hits, pairs] = [0, 0];
        for (const stratum of strata) {
          const left = person.traces.filter(({ who }) => truth.get(who)?.stratum === stratum);
          const right = seat.traces.filter(({ who }) => stratumOfSeat.get(who) === stratum);
          for (const [who, guess] of match(left, right)) {
            pairs += 1;
            if (truth.get(who)?.seat === guess) hits += 1;
          }
        }
        if (pairs > 0) attempts.push({ way: `${person.name} ~ ${seat.name}, ${way}`, hits, pairs });
      }
  return attempts;
}

/** Every digest of every value on the side of the names, looked for on the side of the answers. */
export function digestsThatMeet(rows: readonly DumpedRow[], studies: readonly string[]): number {
  const of = (tables: readonly string[]) =>
    rows
      .filter((row) => tables.some((table) => row.table.endsWith(table)))
      .flatMap((row) => Object.values(row.columns).filter((value): value is string => value !== null));
  const answers = new Set(of([".seat", ".submission"]).map((value) => value.replace(/^\\x/, "")));
  const names = new Set(of([".invitation", ".finished_mark", ".agreement", ".revoked_link", ".job"]));
  let met = 0;
  for (const value of names)
    for (const bytes of [Buffer.from(value), Buffer.from(value.replace(/^\\x/, ""), "hex")]) {
      const digests = ["sha256", "sha512", "sha1", "md5"].map((kind) =>
        createHash(kind).update(bytes).digest("hex"),
      );
      const derived = studies.map((study) =>
        Buffer.from(hkdfSync("sha256", bytes, study, "seat", 16)).toString("hex"),
      );
      for (const one of [...digests, ...derived])
        for (const length of [32, 64]) if (answers.has(one.slice(0, length))) met += 1;
    }
  return met;
}

/** All columns of a side, each with one trace for each person or seat: the first and the last row that names them. */
function columnsOf(rows: readonly DumpedRow[], nameIn: (row: DumpedRow) => string | null): readonly Column[] {
  const found = new Map<string, Map<string, string>>();
  const put = (name: string, who: string, at: string, keepFirst: boolean) => {
    const traces = found.get(name) ?? new Map<string, string>();
    if (!keepFirst || !traces.has(who)) traces.set(who, at);
    found.set(name, traces);
  };
  const places = [...rows].sort((a, b) => ctidOf(a) - ctidOf(b));
  for (const row of places) {
    const who = nameIn(row);
    if (who === null) continue;
    // Of what is answered, the columns of two rounds and their first items are told apart.
    const table = `${row.table}${row.columns.round ? ` round ${row.columns.round}` : ""}`;
    for (const [column, at] of Object.entries(row.columns))
      if (at !== null && at !== who) {
        put(`${table}.${column} first`, who, at, true);
        put(`${table}.${column} last`, who, at, false);
      }
  }
  return [...found]
    .map(([name, traces]) => ({ name, traces: [...traces].map(([who, at]) => ({ who, at })) }))
    .filter(({ traces }) => new Set(traces.map((one) => one.at)).size > 1);
}

type Match = (people: readonly Trace[], seats: readonly Trace[]) => readonly (readonly [string, string])[];

const WAYS: Readonly<Record<string, Match>> = {
  "equal values": (people, seats) => {
    const byValue = groups(seats);
    const shared = groups(people);
    return people.flatMap(({ who, at }) => {
      const there = byValue.get(at);
      return there?.length === 1 && shared.get(at)?.length === 1 ? [[who, there[0]!.who] as const] : [];
    });
  },
  "nearest values": (people, seats) => {
    const sorted = seats
      .map(({ who, at }) => ({ who, value: numberOf(at) }))
      .filter((one) => !Number.isNaN(one.value));
    if (sorted.length === 0) return [];
    return people.flatMap(({ who, at }) => {
      const value = numberOf(at);
      if (Number.isNaN(value)) return [];
      const near = sorted.reduce((best, one) =>
        Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best,
      );
      return [[who, near.who] as const];
    });
  },
  "the same rank": (people, seats) => ranked(people, seats, 1),
  "the same rank from the end": (people, seats) => ranked(people, seats, -1),
};

function ranked(people: readonly Trace[], seats: readonly Trace[], direction: 1 | -1) {
  const left = [...people].sort(byValue);
  const right = [...seats].sort((a, b) => direction * byValue(a, b));
  return left.slice(0, right.length).map(({ who }, at) => [who, right[at]!.who] as const);
}

function groups(traces: readonly Trace[]): ReadonlyMap<string, readonly Trace[]> {
  const found = new Map<string, Trace[]>();
  for (const one of traces) found.set(one.at, [...(found.get(one.at) ?? []), one]);
  return found;
}

function byValue(a: Trace, b: Trace): number {
  const [left, right] = [numberOf(a.at), numberOf(b.at)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/** A number, a place on the disk or a time; anything else has an order but no distance. */
function numberOf(text: string): number {
  const place = /^\((\d+),(\d+)\)$/.exec(text);
  if (place) return Number(place[1]) * 100_000 + Number(place[2]);
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? Date.parse(text) : Number.NaN;
}

const ctidOf = ({ columns }: DumpedRow): number => numberOf(columns.ctid ?? "");

/** Somebody on the roll whom a row names, by their id or their address. */
function personIn({ table, columns }: DumpedRow, truth: Truth): string | null {
  if (table.endsWith(".invitation")) return columns.id ?? null;
  if (columns.invitation_id) return columns.invitation_id;
  const said = JSON.stringify(columns);
  if (/\.(seat|draft|submission|mind_mark|former_wording|panel_question|answer|answer_text)$/.test(table))
    return null;
  for (const id of truth.keys()) if (said.includes(id)) return id;
  return null;
}

const seatIn = ({ table, columns }: DumpedRow): string | null =>
  table.endsWith(".seat") ? (columns.id ?? null) : (columns.seat_id ?? null);
