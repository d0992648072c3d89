import { madeBy, touchedBy } from "@/delphi/edited-items";
import { freeSlug } from "@/delphi/free-slug";
import type { Item } from "@/delphi/item";
import type { ItemEdit } from "@/delphi/item-edit";
import { type ItemKind, KINDS } from "@/delphi/item-kind";
import { OTHER, OTHER_TEXT } from "@/delphi/other-answer";
import { linesOf, partsFrom } from "../../design/option-lines";
import type { SheetRow } from "./sheet-rows";

/** What a facilitator is writing: the act, the item it is about, and the panel's proposal it comes from. */
export type Draft =
  | { readonly act: "reword" | "retire" | "split" | "merge"; readonly item: Item }
  | { readonly act: "add"; readonly kind: ItemKind; readonly proposal: PanelProposal | null };

/** An answer to an open question that was released, which can become an item. */
export type PanelProposal = { readonly question: string; readonly text: string };

/** The words typed so far, as plain fields. */
export type Words = {
  readonly title: string;
  readonly text: string;
  /** What is offered in a new question, one option a line. */
  readonly options: string;
  readonly help: string;
  readonly secondTitle: string;
  readonly secondText: string;
  readonly questions: Readonly<Record<string, string>>;
  readonly substance: "" | "yes" | "no";
  readonly other: string;
  readonly reason: string;
};

export function wordsOf(draft: Draft): Words {
  const empty = {
    options: "",
    secondTitle: "",
    secondText: "",
    substance: "",
    other: "",
    reason: "",
  } as const;
  if (draft.act === "add")
    return { ...empty, title: "", text: draft.proposal?.text ?? "", help: "", questions: {} };
  const { title, text, help, parts } = draft.item;
  const questions = Object.fromEntries(parts.map((part) => [part.id, part.question]));
  return {
    ...empty,
    title: draft.act === "reword" ? title : "",
    text: draft.act === "reword" ? text : "",
    help: draft.act === "reword" ? (help ?? "") : "",
    questions,
  };
}

/** The fields that are still needed before the draft says what to do. */
export function missingIn(draft: Draft, words: Words): readonly (keyof Words)[] {
  const needed: (keyof Words)[] = ["reason"];
  if (draft.act !== "retire") needed.push("title");
  if (draft.act === "split") needed.push("secondTitle");
  if (draft.act === "merge") needed.push("other");
  if (draft.act === "reword") needed.push("substance");
  const missing = needed.filter((field) => String(words[field]).trim() === "");
  return offersOptions(draft) && linesOf(words.options).length < 2 ? [...missing, "options"] : missing;
}

/** Whether a new question needs options of its own. */
export const offersOptions = (draft: Draft): boolean => draft.act === "add" && KINDS[draft.kind].options;

/** The edit that the draft describes. New items take their parts from the item they come from, or from one like them. */
export function editFrom(draft: Draft, words: Words, items: readonly Item[]): ItemEdit {
  const reason = words.reason.trim();
  if (draft.act === "add") {
    const like = items.find((item) => item.kind === draft.kind)!;
    const made = madeFrom(like, words.title, words.text, items);
    const item = offersOptions(draft) ? { ...made, parts: offered(like, linesOf(words.options)) } : made;
    return { kind: "add", item, question: draft.proposal?.question ?? null, reason };
  }
  const { item } = draft;
  if (draft.act === "retire") return { kind: "retire", item: item.id, reason };
  if (draft.act === "merge") {
    const into = madeFrom(item, words.title, words.text, items);
    return { kind: "merge", items: [item.id, words.other], into, reason };
  }
  if (draft.act === "split") {
    const first = madeFrom(item, words.title, words.text, items);
    const second = madeFrom(item, words.secondTitle, words.secondText, [...items, first]);
    return { kind: "split", item: item.id, into: [first, second], reason };
  }
  const parts = item.parts.map((part) => ({ ...part, question: words.questions[part.id] ?? part.question }));
  const { help: _former, ...rest } = item;
  const help = words.help.trim();
  const worded = {
    ...rest,
    title: words.title.trim(),
    text: words.text.trim(),
    ...(help && { help }),
    parts,
  };
  return { kind: "reword", item: worded, substance: words.substance === "yes", reason };
}

/** Options like those of another question: given as many points, with or without another answer in words. */
function offered(like: Item, lines: readonly string[]): Item["parts"] {
  const { scale } = like.parts[0]!;
  const others = like.parts.filter(({ id }) => id === OTHER || id === OTHER_TEXT);
  return [...partsFrom(lines, scale.kind === "rank" ? { ...scale, of: lines.length } : scale), ...others];
}

function madeFrom(like: Item, title: string, text: string, items: readonly Item[]): Item {
  const { wording: _former, help: _help, until: _until, resolvesIf: _test, ...rest } = like;
  const id = freeSlug(
    title,
    items.map((item) => item.id),
  );
  return { ...rest, id, title: title.trim(), text: text.trim(), sources: [] };
}

/** What the next round asks: chosen items in their new words, and what the edits made. */
export function askedBy(
  rows: readonly SheetRow[],
  chosen: ReadonlySet<string>,
  edits: readonly ItemEdit[],
): readonly Item[] {
  const gone = new Set(edits.flatMap((edit) => (edit.kind === "reword" ? [] : touchedBy(edit))));
  const worded = new Map(
    edits.flatMap((edit) => (edit.kind === "reword" ? [[edit.item.id, edit.item]] : [])),
  );
  const kept = rows.filter(({ item }) => chosen.has(item.id) && !gone.has(item.id));
  return [...kept.map(({ item }) => worded.get(item.id) ?? item), ...edits.flatMap(madeBy)];
}

/** How many untouched items are chosen otherwise than the rules propose. */
export function departuresIn(
  rows: readonly SheetRow[],
  chosen: ReadonlySet<string>,
  edits: readonly ItemEdit[],
): number {
  const gone = new Set(edits.flatMap((edit) => (edit.kind === "reword" ? [] : touchedBy(edit))));
  const reworded = new Set(edits.flatMap((edit) => (edit.kind === "reword" ? [edit.item.id] : [])));
  return rows.filter(({ item, proposed }) => {
    if (gone.has(item.id)) return false;
    return (reworded.has(item.id) || proposed) !== chosen.has(item.id);
  }).length;
}

/** Whether the locked rules foresaw an edit; any other is recorded as a deviation. */
export function isForeseen(edit: ItemEdit, rows: readonly SheetRow[], panelItems: boolean): boolean {
  if (edit.kind === "add") return edit.question !== null && panelItems;
  const wanted = edit.kind === "retire" ? "retire" : "reword";
  return touchedBy(edit).every((id) => rows.find((row) => row.item.id === id)?.rule === wanted);
}
