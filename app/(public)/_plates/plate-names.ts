import { type Item, ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";

/** A picture of an edition that can leave the page: what it is about, and the criterion where it has one. */
export type PlateName = {
  readonly name: string;
  readonly about: "stance" | "options" | "shift" | "scenarios";
  readonly part: string;
};

/** Every picture an edition has, in the order of its page. The names stand in addresses. */
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
