import { freeSlug } from "@/delphi/free-slug";
import type { Item, Part } from "@/delphi/item";
import { type ItemKind, KINDS, kindNamed } from "@/delphi/item-kind";
import type { Scale } from "@/delphi/scale";
import { partsFor } from "@/delphi/usual-parts";
import { textOf } from "../../../_parts/desk-action";
import { partsOfEstimate } from "./estimate-parts";
import { optionParts } from "./option-parts";

/** The item that a form describes: an edited one keeps its id, a new one takes its own from the title. */
export function itemFrom(form: FormData, items: readonly Item[]): Item {
  const id = textOf(form, "id");
  const known = items.find((one) => one.id === id);
  const kind = known?.kind ?? kindIn(form);
  const title = textOf(form, "title");
  return {
    id:
      known?.id ??
      freeSlug(
        title,
        items.map((one) => one.id),
      ),
    kind,
    title,
    text: plain(textOf(form, "text")),
    parts: partsIn(form, kind, known, items),
    sources: form.getAll("source").filter((source) => typeof source === "string"),
    ...optional(form, "help"),
    ...optional(form, "section"),
    ...(kind === "choice" && {
      choose: textOf(form, "choose") === "many" ? ("many" as const) : ("one" as const),
    }),
    ...optional(form, "until"),
    ...optional(form, "resolvesIf"),
  };
}

function partsIn(form: FormData, kind: ItemKind, known: Item | undefined, items: readonly Item[]): Part[] {
  if (kind === "estimate") return [...partsOfEstimate(form)];
  if (KINDS[kind].options) return [...optionParts(form, kind, known)];
  return (known?.parts ?? partsFor(kind, items)).map((part) => partFrom(form, part));
}

const kindIn = (form: FormData): ItemKind => kindNamed(textOf(form, "kind")) ?? "option";

/** A part as its fields (part-fields.tsx) describe it: it keeps its id, its kind of scale and where that begins. */
export function partFrom(form: FormData, part: Part): Part {
  return {
    id: part.id,
    question: textOf(form, `question-${part.id}`),
    scale: scaleFrom(textOf(form, `scale-${part.id}`), part.scale),
  };
}

/** One label a line, from low to high; of a text part the longest length. */
function scaleFrom(typed: string, scale: Scale): Scale {
  if (scale.kind === "text") return { kind: "text", maxLength: Number(typed) };
  if (scale.kind !== "ordinal") return scale;
  const labels = plain(typed)
    .split("\n")
    .map((label) => label.trim())
    .filter((label) => label !== "");
  const from = scale.points[0]?.value ?? 1;
  return { kind: "ordinal", points: labels.map((label, at) => ({ value: from + at, label })) };
}

const optional = (form: FormData, name: "help" | "section" | "until" | "resolvesIf"): Partial<Item> => {
  const value = plain(textOf(form, name)).trim();
  return value === "" ? {} : { [name]: value };
};

const plain = (text: string): string => text.replaceAll("\r\n", "\n");
