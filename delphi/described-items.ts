import { quantityScaleIn } from "./deposit/quantity-scale-text";
import { Item, Slug } from "./item";
import { kindNamed, WRITTEN_KINDS } from "./item-kind";
import type { BadRow } from "./ratings";
import { isQuantity, Scale, type ScalePoint, wholeNumbers } from "./scale";

/** The columns of a description of items: one row a part. All but the first two may be missing or empty. */
export const ITEM_COLUMNS = [
  "item",
  "part",
  "kind",
  "title",
  "text",
  "wording",
  "question",
  "scale",
  "choose",
  "help",
  "section",
  "until",
  "resolves_if",
] as const;
export type ItemRow = Readonly<Record<(typeof ITEM_COLUMNS)[number], string>> & { readonly line: number };

/**
 * Items as a table describes them. A kind is one of delphi/item-kind; a scale is `1-9`, a list of labels
 * `no|rather no|rather yes|yes` (numbered from 1), the same with its numbers `0 = no | 1 = yes`, as the items of a
 * published edition have it, `number; decimals 1; unit GW; min 0`, `date; max 2040-12-31`, `probability`,
 * `rank 1-7`, `points 100 by 5`, `text` or `text 500`; empty is 1-5.
 */
export function describedItems(rows: readonly ItemRow[]): {
  readonly items: readonly Item[];
  readonly bad: readonly BadRow[];
} {
  const items = new Map<string, Item>();
  const bad: BadRow[] = [];
  for (const row of rows) {
    const { line, item: id, part: named } = row;
    const known = items.get(id);
    const kind = kindNamed(row.kind === "" ? "option" : row.kind);
    const scale = scaleOf(row.scale);
    const reason = whatIsWrong(row, known, kind !== undefined, scale);
    if (reason !== null || scale === null || kind === undefined) {
      bad.push({ line, reason: reason ?? "" });
      continue;
    }
    const part = { id: named, question: row.question.slice(0, 500), scale };
    const item = known ?? {
      id,
      kind,
      title: (row.title || id).slice(0, 300),
      text: row.text.slice(0, 2000),
      parts: [],
      sources: [],
      ...(row.help && { help: row.help.slice(0, 2000) }),
      ...(Slug.safeParse(row.section).success && { section: row.section }),
      ...(row.until && { until: row.until.slice(0, 40) }),
      ...(row.resolves_if && { resolvesIf: row.resolves_if.slice(0, 1000) }),
      ...(Number(row.wording) > 1 && { wording: Number(row.wording) }),
      ...(kind === "choice" && { choose: row.choose === "one" ? ("one" as const) : ("many" as const) }),
    };
    items.set(id, { ...item, parts: [...item.parts, part] });
  }
  const whole = [...items.values()].filter((item) => {
    if (!item.parts.some(({ scale }) => isQuantity(scale) || WHOLE.includes(scale.kind))) return true;
    // Its name in a file need not be an id yet.
    const fits = Item.safeParse({ ...item, id: "estimate" });
    const line = rows.find((row) => row.item === item.id)!.line;
    if (!fits.success) bad.push({ line, reason: `${item.id}: ${fits.error.issues[0]!.message}` });
    return fits.success;
  });
  return { items: whole, bad };
}

/** Scales that all options of an item share. */
const WHOLE: readonly Scale["kind"][] = ["rank", "points"];

function whatIsWrong(
  { item, part, kind, scale }: ItemRow,
  known: Item | undefined,
  isKind: boolean,
  read: Scale | null,
): string | null {
  if (item === "" || part === "") return "This line names no item or no part.";
  if (known?.parts.some((one) => one.id === part))
    return `This line describes ${item}, ${part} a second time.`;
  if (!isKind) return `“${kind}” is no kind; use ${WRITTEN_KINDS.join(", ")}.`;
  return read === null ? `“${scale}” is no scale of 2 to 11 points.` : null;
}

/** A scale as a person writes it; null where it is none. */
function scaleOf(text: string): Scale | null {
  if (text === "probability") return { kind: "probability" };
  const other = textScaleIn(text) ?? quantityScaleIn(text) ?? optionScaleIn(text);
  if (other) return other;
  const pairs = text.split(/\s*\|\s*(?=-?\d+ = )/).map((pair) => /^(-?\d+) = (.+)$/s.exec(pair));
  if (pairs.every((pair) => pair !== null))
    return ordinal(pairs.map(([, value, label]) => ({ value: Number(value), label: label! })));
  const span = /^(-?\d+)\s*(?:-|–|to)\s*(-?\d+)$/.exec(text === "" ? "1-5" : text);
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    return to - from > 20 ? null : ordinal(wholeNumbers(from, to).points);
  }
  return ordinal(text.split("|").map((label, at) => ({ value: 1 + at, label: label.trim() })));
}

/** "text", or "text 500" where it ends after so many characters. */
function textScaleIn(text: string): Scale | null {
  const [, longest = "10000"] = /^text(?: (\d+))?$/.exec(text) ?? [null, ""];
  const scale = Scale.safeParse({ kind: "text", maxLength: Number(longest) });
  return scale.success ? scale.data : null;
}

/** "rank 1-7" of options that are put in order, "points 100 by 5" of options that are given points. */
function optionScaleIn(text: string): Scale | null {
  const [ranks, points] = [/^rank 1-(\d+)$/.exec(text), /^points (\d+) by (\d+)$/.exec(text)];
  if (!ranks && !points) return null;
  const scale = Scale.safeParse(
    ranks
      ? { kind: "rank", of: Number(ranks[1]) }
      : { kind: "points", total: Number(points![1]), step: Number(points![2]) },
  );
  return scale.success ? scale.data : null;
}

function ordinal(points: readonly ScalePoint[]): Scale | null {
  const scale = Scale.safeParse({ kind: "ordinal", points });
  return scale.success ? scale.data : null;
}
