import type { Item, Part } from "@/delphi/item";
import type { ItemKind } from "@/delphi/item-kind";
import { OTHER } from "@/delphi/other-answer";
import { CHOSEN_SCALE, type PointsScale, type Scale } from "@/delphi/scale";
import { HUNDRED_POINTS, OTHER_PARTS } from "@/delphi/usual-parts";
import { textOf } from "../../../_parts/desk-action";
import { linesOf, partsFrom } from "./option-lines";

/** The options of an item as its form describes them; an edited one keeps what was there. */
export function optionParts(form: FormData, kind: ItemKind, known: Item | undefined): readonly Part[] {
  const lines = linesOf(textOf(form, "options"));
  const parts = partsFrom(lines, scaleIn(form, kind, lines.length), known);
  return form.get("other") === null ? parts : [...parts, ...OTHER_PARTS];
}

/** What an answer to each of so many options can be. */
function scaleIn(form: FormData, kind: ItemKind, options: number): Scale {
  if (kind === "ranking") return { kind: "rank", of: options };
  if (kind !== "allocation") return CHOSEN_SCALE;
  return { kind: "points", total: Number(textOf(form, "total")), step: Number(textOf(form, "step")) };
}

/** The points that an allocation gives out, and in which steps. */
export function pointsOf(item: Item): PointsScale {
  const scale = item.parts[0]?.scale;
  return scale?.kind === "points" ? scale : HUNDRED_POINTS;
}

export const takesOther = (item: Item): boolean => item.parts.some(({ id }) => id === OTHER);
