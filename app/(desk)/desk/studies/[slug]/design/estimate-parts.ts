import { quantityOf } from "@/delphi/estimate";
import type { Item, Part } from "@/delphi/item";
import { quantityIn, quantityTyped } from "@/delphi/quantity";
import type { QuantityScale } from "@/delphi/scale";
import { estimateParts } from "@/delphi/usual-parts";
import { textOf } from "../../../_parts/desk-action";

/** Both kinds with the wording that each begins with. */
const USUAL = [
  estimateParts({ kind: "number", unit: "", decimals: 0, min: null, max: null }),
  estimateParts({ kind: "date", min: null, max: null }),
];

/** The four parts of an estimate as its fields (estimate-fields.tsx) describe it. */
export const partsOfEstimate = (form: FormData): readonly Part[] =>
  estimateParts(scaleIn(form)).map((part) => {
    const typed = textOf(form, `question-${part.id}`).trim();
    const isUsual =
      typed === "" || USUAL.flat().some(({ id, question }) => id === part.id && question === typed);
    return isUsual ? part : { ...part, question: typed };
  });

/** What can't be read is passed on as it is, to be refused at its place. */
function scaleIn(form: FormData): QuantityScale {
  const kind = textOf(form, "of") === "date" ? "date" : "number";
  const bound = (name: string) => {
    const typed = textOf(form, name).trim();
    return typed === "" ? null : (quantityIn(kind, typed) as number);
  };
  const bounds = { min: bound("min"), max: bound("max") };
  if (kind === "date") return { kind, ...bounds };
  const decimals = Number(textOf(form, "decimals").trim() || Number.NaN);
  return { kind, unit: textOf(form, "unit"), decimals, ...bounds };
}

/** The fields of an estimate as they are typed. */
export function typedEstimate(item: Item) {
  const scale = quantityOf(item);
  const bound = (value: number | null) => (value === null ? "" : quantityTyped(scale.kind, value));
  return {
    of: scale.kind,
    unit: scale.kind === "number" ? scale.unit : "",
    decimals: scale.kind === "number" ? scale.decimals : 0,
    min: bound(scale.min),
    max: bound(scale.max),
  };
}
