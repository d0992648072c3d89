import { PlainError } from "@/db/plain-error";
import { quantityScaleIn } from "@/delphi/deposit/quantity-scale-text";
import { Item } from "@/delphi/item";
import { ItemKind, WRITTEN_KINDS } from "@/delphi/item-kind";
import { isQuantity, Scale, type ScalePoint } from "@/delphi/scale";
import { readCsv } from "./ratings-file";

/**
 * Reads the optional description of the items: one row a part, with the columns item, part and, as far as known,
 * kind (stance, option, choice, scenario, estimate, confidence, open), title, text, wording, question, scale. A scale is `1-9`, a
 * list of labels `no|rather no|rather yes|yes` (numbered from 1), the same with its numbers `0 = no | 1 = yes`, as the
 * items of a published edition have it, `number; decimals 1; unit GW; min 0`, `date; max 2040-12-31`, `probability` or
 * `text`; empty is 1-5.
 */
export function readItems(text: string): readonly Item[] {
  const records = readCsv(text);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  for (const column of ["item", "part"])
    if (!header.includes(column)) throw new PlainError(`The items file has no column “${column}”.`);
  const items = new Map<string, Item>();
  for (const { record, info } of records.slice(1)) {
    const cell = (column: string) => (record[header.indexOf(column)] ?? "").trim();
    const id = cell("item");
    const part = { id: cell("part"), question: cell("question"), scale: scaleOf(cell("scale"), info.lines) };
    if (id === "" || part.id === "")
      throw new PlainError(`Line ${info.lines} of the items file names no item or no part.`);
    const known = items.get(id);
    if (known?.parts.some((one) => one.id === part.id))
      throw new PlainError(`Line ${info.lines} of the items file describes ${id}, ${part.id} a second time.`);
    const item = known ?? {
      id,
      kind: kindOf(cell("kind"), info.lines),
      title: cell("title") || id,
      text: cell("text"),
      parts: [],
      sources: [],
      ...(Number(cell("wording")) > 1 && { wording: Number(cell("wording")) }),
    };
    items.set(id, { ...item, parts: [...item.parts, part] });
  }
  for (const item of items.values())
    if (item.parts.some(({ scale }) => isQuantity(scale))) checkEstimate(item);
  return [...items.values()];
}

function checkEstimate(item: Item): void {
  const fits = Item.safeParse(item);
  if (!fits.success) throw new PlainError(`The items file, ${item.id}: ${fits.error.issues[0]!.message}`);
}

function kindOf(text: string, line: number): ItemKind {
  const kind = ItemKind.safeParse(text === "" ? "option" : text);
  if (kind.success) return kind.data;
  throw new PlainError(
    `Line ${line} of the items file: “${text}” is no kind; use ${WRITTEN_KINDS.join(", ")}.`,
  );
}

function scaleOf(text: string, line: number): Scale {
  if (text === "probability") return { kind: "probability" };
  if (text === "text") return { kind: "text", maxLength: 10_000 };
  const quantity = quantityScaleIn(text);
  if (quantity) return quantity;
  const pairs = text.split(/\s*\|\s*(?=-?\d+ = )/).map((pair) => /^(-?\d+) = (.+)$/s.exec(pair));
  if (pairs.every((pair) => pair !== null))
    return ordinal(
      pairs.map(([, value, label]) => ({ value: Number(value), label: label! })),
      text,
      line,
    );
  const span = /^(-?\d+)\s*(?:-|–|to)\s*(-?\d+)$/.exec(text === "" ? "1-5" : text);
  const labels = span
    ? numbered(Number(span[1]), Number(span[2]))
    : text.split("|").map((label) => label.trim());
  const from = span ? Number(span[1]) : 1;
  return ordinal(
    labels.map((label, at) => ({ value: from + at, label })),
    text,
    line,
  );
}

function ordinal(points: readonly ScalePoint[], text: string, line: number): Scale {
  const scale = Scale.safeParse({ kind: "ordinal", points });
  if (scale.success) return scale.data;
  throw new PlainError(`Line ${line} of the items file: “${text}” is no scale of 2 to 11 points.`);
}

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, Math.min(to - from + 1, 20)) }, (_, at) => String(from + at));
