import { type Item, ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";

/** A picture of an edition that can leave the page: what it is about, and the criterion where it has one. */
export type PlateName = {
  readonly name: string;
  readonly about: "stance" | "options" | "shift" | "scenarios" | "answers" | "rounds";
  readonly part: string;
  /** The one item that it is about. */
  readonly item?: string;
};

/** The pictures of the whole of an edition, in the order of its page. The names stand in addresses. */
export function plateNames(edition: Edition): readonly PlateName[] {
  const first = (kind: Item["kind"]) => edition.items.find((item) => item.kind === kind);
  const [stance, option, scenario] = (["stance", "option", "scenario"] as const).map(first);
  const criteria = option ? ratedParts(option).filter((part) => part.scale.kind === "ordinal") : [];
  return [
    ...(stance ? [{ name: "stance", about: "stance", part: ratedParts(stance)[0]!.id } as const] : []),
    ...criteria.map(({ id }) => ({ name: `options-${id}`, about: "options", part: id }) as const),
    ...(edition.rounds.length > 1
      ? criteria.map(({ id }) => ({ name: `shift-${id}`, about: "shift", part: id }) as const)
      : []),
    ...(scenario
      ? [{ name: "scenarios", about: "scenarios", part: ratedParts(scenario)[0]!.id } as const]
      : []),
  ];
}

/** The pictures of one item. Its number names it, since two slugs and a hyphen could be read in two ways. */
export function itemPlateNames({ items }: Edition, item: Item): readonly PlateName[] {
  const number = items.findIndex(({ id }) => id === item.id) + 1;
  return ratedParts(item).flatMap(({ id: part, scale }): PlateName[] => [
    ...(scale.kind === "ordinal"
      ? [{ name: `answers-${number}-${part}`, about: "answers", part, item: item.id } as const]
      : []),
    { name: `rounds-${number}-${part}`, about: "rounds", part, item: item.id },
  ]);
}

export const plateNamed = (edition: Edition, name: string | undefined): PlateName | undefined =>
  [...plateNames(edition), ...edition.items.flatMap((item) => itemPlateNames(edition, item))].find(
    (one) => one.name === name,
  );
