import { twinsOf } from "@/delphi/confidence-reading";
import { hasOptions, type Item, judgedParts, type Part, ratedParts } from "@/delphi/item";
import { lifeLines } from "@/delphi/life-line";
import type { Edition } from "@/delphi/publication";
import { standingFigure } from "@/delphi/summary";
import { optionsByAgreement } from "../_results/option-standing";
import { planeOf } from "../_results/plane-picture";

/** A picture of an edition that can leave the page: what it is about, and the criterion where it has one. */
export type PlateName = {
  readonly name: string;
  readonly about:
    | "stance"
    | "options"
    | "plane"
    | "shift"
    | "lives"
    | "scenarios"
    | "answers"
    | "rounds"
    | "moves"
    | "confidence"
    | "foremost";
  readonly part: string;
  /** The one item that it is about. */
  readonly item?: string;
};

/** The pictures of the whole of an edition, in the order of its page. The names stand in addresses. */
export function plateNames(edition: Edition): readonly PlateName[] {
  const first = (kind: Item["kind"]) => edition.items.find((item) => item.kind === kind);
  const [stance, option, scenario] = (["stance", "option", "scenario"] as const).map(first);
  const criteria = option ? ratedParts(option).filter((part) => part.scale.kind === "ordinal") : [];
  const again = edition.rounds.length > 1;
  return [
    ...(stance ? [{ name: "stance", about: "stance", part: ratedParts(stance)[0]!.id } as const] : []),
    ...criteria.map(({ id }) => ({ name: `options-${id}`, about: "options", part: id }) as const),
    ...(planeOf(optionsByAgreement(edition)) ? [{ name: "plane", about: "plane", part: "" } as const] : []),
    ...(again ? criteria.map(({ id }) => ({ name: `shift-${id}`, about: "shift", part: id }) as const) : []),
    ...(again && lifeLines(edition).length > 0 ? [{ name: "lives", about: "lives", part: "" } as const] : []),
    ...(scenario
      ? [{ name: "scenarios", about: "scenarios", part: ratedParts(scenario)[0]!.id } as const]
      : []),
    ...edition.items.flatMap((item) => (hasOptions(item) ? itemPlateNames(edition, item) : [])),
  ];
}

/** The pictures of one item. Its number names it, since two slugs and a hyphen could be read in two ways. */
export function itemPlateNames(edition: Edition, item: Item): readonly PlateName[] {
  const number = edition.items.findIndex(({ id }) => id === item.id) + 1;
  if (hasOptions(item))
    return [{ name: `foremost-${number}`, about: "foremost", part: ratedParts(item)[0]!.id, item: item.id }];
  return judgedParts(item).flatMap((part): PlateName[] =>
    partPlates(edition, item, part).map((about) => ({
      name: `${about}-${number}-${part.id}`,
      about,
      part: part.id,
      item: item.id,
    })),
  );
}

/** Of moves and confidence there is a picture only where the table behind it is released. */
function partPlates(edition: Edition, item: Item, part: Part): PlateName["about"][] {
  const figure = standingFigure(edition.rounds, item.id, part.id);
  const shown = figure?.withheld === null ? figure : null;
  return [
    ...(part.scale.kind === "ordinal" ? (["answers"] as const) : []),
    "rounds",
    ...(shown?.stability?.table && part.scale.kind === "ordinal" ? (["moves"] as const) : []),
    ...(shown && twinsOf(part, shown) ? (["confidence"] as const) : []),
  ];
}

export const plateNamed = (edition: Edition, name: string | undefined): PlateName | undefined =>
  [...plateNames(edition), ...edition.items.flatMap((item) => itemPlateNames(edition, item))].find(
    (one) => one.name === name,
  );
