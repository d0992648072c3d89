import { normalAddress } from "./address";
import { languageCode } from "./language";
import { guessColumns, type PanelColumns } from "./panel-columns";
import type { PanelField } from "./panel-fields";
import { type PanelLine, readPanelLines } from "./panel-lines";

/** A person of a panel's file. What the file does not say is empty; group and note are as typed. */
export type PanelRow = {
  readonly line: number;
  readonly name: string;
  readonly address: string;
  readonly stratum: string;
  /** As a code. */
  readonly language: string;
  readonly note: string;
};
export type BadRow = { readonly line: number; readonly reason: string };
export type PanelFile = { readonly rows: readonly PanelRow[]; readonly bad: readonly BadRow[] };

/**
 * Reads a panel: a table whose columns are those given, or else guessed from its first line and its content; or
 * addresses pasted one a line, as `Name <address>` or bare. Good rows are kept, each bad one is listed.
 */
export function readPanelFile(text: string, given?: PanelColumns): PanelFile {
  const lines = readPanelLines(text);
  const columns = given ?? guessColumns(lines);
  const read = columns
    ? lines.slice(columns.header ? 1 : 0).map((line) => fromColumns(line, columns.fields))
    : lines.map(fromPasted);
  return keepFirstOfEach(read);
}

type Read = PanelRow | BadRow;
type Typed = Readonly<Record<"name" | "address" | "stratum" | "language" | "note", string>>;
const EMPTY: Typed = { name: "", address: "", stratum: "", language: "", note: "" };

function fromColumns(line: PanelLine, fields: readonly (PanelField | null)[]): Read {
  const cell = (field: PanelField) => line.cells[fields.indexOf(field)]?.trim() ?? "";
  const parts = [cell("first-name"), cell("last-name")].filter((part) => part !== "").join(" ");
  const [address, stratum, language, note] = (["address", "stratum", "language", "note"] as const).map(cell);
  return row(line, {
    name: cell("name") || parts,
    address: address!,
    stratum: stratum!,
    language: language!,
    note: note!,
  });
}

/** `Name <address>`, `address`, or cells in any order of which one is an address. */
function fromPasted(line: PanelLine): Read {
  const joined = line.cells.join(", ");
  const angled = /^(.*?)<([^<>]+)>\s*(?:[,;\t]\s*(.*))?$/.exec(joined);
  if (angled) return row(line, { ...EMPTY, name: angled[1]!, address: angled[2]!, stratum: angled[3] ?? "" });
  const at = line.cells.findIndex((cell) => cell.includes("@"));
  if (at === -1) return { line: line.line, reason: `“${short(joined)}” holds no e-mail address.` };
  const [name = "", stratum = ""] = line.cells.filter((_, place) => place !== at);
  return row(line, { ...EMPTY, name, address: line.cells[at]!, stratum });
}

function row({ line, broken }: PanelLine, typed: Typed): Read {
  if (broken) return { line, reason: "This line has a quotation mark that is never closed." };
  if (typed.address.trim() === "") return { line, reason: "This line has no e-mail address." };
  const address = normalAddress(typed.address);
  if (!address) return { line, reason: `“${short(typed.address)}” is not an e-mail address.` };
  if (typed.name.length > 200) return { line, reason: "The name is longer than 200 characters." };
  if (typed.stratum.length > 120) return { line, reason: "The group’s name is longer than 120 characters." };
  if (typed.note.length > 500) return { line, reason: "The note is longer than 500 characters." };
  const language = languageCode(typed.language);
  if (language === null)
    return { line, reason: `“${short(typed.language)}” is no language that is known here, as de or German.` };
  return {
    line,
    name: tidy(typed.name).replace(/,\s*$/, ""),
    address,
    stratum: tidy(typed.stratum),
    language,
    note: tidy(typed.note),
  };
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim().replace(/^"|"$/g, "");
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function keepFirstOfEach(read: readonly Read[]): PanelFile {
  const seen = new Map<string, number>();
  const rows: PanelRow[] = [];
  const bad: BadRow[] = [];
  for (const one of read) {
    if ("reason" in one) bad.push(one);
    else if (seen.has(one.address))
      bad.push({ line: one.line, reason: `${one.address} stands already on line ${seen.get(one.address)}.` });
    else {
      seen.set(one.address, one.line);
      rows.push(one);
    }
  }
  return { rows, bad };
}
