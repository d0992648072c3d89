import { type AddedLater, nobodyAdded } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import { figuresToShow } from "@/delphi/disclosure";
import type { Figure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { policyDelphi } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import type { PublishedRound } from "@/delphi/publication";

const FIVE = {
  kind: "ordinal" as const,
  points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `point ${value}` })),
};

export const anOption = (id: string): Item => ({
  id,
  kind: "option",
  title: `Option ${id}`,
  text: "",
  parts: [{ id: "desirability", question: "How desirable?", scale: FIVE }],
  sources: [],
});

export const aScenario = (id: string): Item => ({
  id,
  kind: "scenario",
  title: `Scenario ${id}`,
  text: "",
  parts: [{ id: "probability", question: "How likely?", scale: { kind: "probability" } }],
  sources: [],
});

export const aProtocol = (strata: readonly string[] = []): Protocol => ({
  ...policyDelphi,
  strata: strata.map((id) => ({ id, title: id })),
});

/** What one expert says of one item: a value, null for an abstention, undefined for no answer. */
export type Said = { readonly stratum?: string; readonly value: number | null | undefined };

/** A round on one item: the expert at place i is the same person in every round. */
export const aRound = (round: number, item: Item, said: readonly Said[]): RoundAnswers => ({
  round,
  items: [item],
  seats: said.map(({ stratum, value }, at) => ({
    seat: `seat-${at}`,
    stratum: stratum ?? null,
    values: new Map(value === undefined ? [] : [[`${item.id}/${item.parts[0]!.id}`, value]]),
  })),
});

export const saying = (...values: readonly (number | null | undefined)[]): readonly Said[] =>
  values.map((value) => ({ value }));

/** What is shown of rounds that are closed one after the other. */
export function shownOf(
  protocol: Protocol,
  rounds: readonly RoundAnswers[],
  added: AddedLater = nobodyAdded,
): readonly Figure[] {
  const shown: Figure[] = [];
  for (const [at, round] of rounds.entries())
    shown.push(...figuresToShow(protocol, round, rounds.slice(0, at), shown, added));
  return shown;
}

/** Of the last of them alone. */
export const lastShownOf = (protocol: Protocol, rounds: readonly RoundAnswers[]): readonly Figure[] =>
  shownOf(protocol, rounds).filter((figure) => figure.round === rounds.at(-1)!.round);

/** A closed round as an edition holds it, without texts. */
export const published = (
  told: Pick<PublishedRound, "round" | "asked" | "invited" | "submitted" | "figures">,
): PublishedRound => ({
  ...told,
  addedLater: 0,
  carryForward: [],
  stop: false,
  openedOn: "2026-01-01",
  closedOn: "2026-01-08",
  texts: [],
  removed: [],
});
