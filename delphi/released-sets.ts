import type { RoundAnswers } from "./analysis";
import { placeOf } from "./answer";
import type { Figure } from "./figure";

/** Experts by their seats. */
export type Experts = ReadonlySet<string>;

/**
 * The blocks that sets of experts cut each other into: those in one block are in the same sets, so no figure about
 * these sets tells them apart. Whoever is in none of the sets is in no block.
 */
function blocksOf(sets: readonly Experts[]): readonly Experts[] {
  const blocks = new Map<string, Set<string>>();
  for (const seat of new Set(sets.flatMap((set) => [...set]))) {
    const mark = sets.map((set) => (set.has(seat) ? 1 : 0)).join("");
    const block = blocks.get(mark);
    if (block) block.add(seat);
    else blocks.set(mark, new Set([seat]));
  }
  return [...blocks.values()];
}

/** How many experts a block must have: k, and more where some of them are not counted. */
export type Needed = number | ((block: Experts) => number);

/**
 * Whether figures about all these sets may stand side by side: every block has at least k experts. Then whatever is
 * added and subtracted is about whole blocks, and any two sets differ by 0 or at least k.
 */
export const tellNobodyApart = (needed: Needed, sets: readonly Experts[]): boolean =>
  blocksOf(sets).every((block) => block.size >= (typeof needed === "number" ? needed : needed(block)));

/**
 * A set of experts about whose answers something was released: all of a group, those who answered two rounds, or, of
 * what asks for confidence, those whose answers to another question were weighed by it.
 */
export type ReleasedSet = {
  readonly of: "answered" | "both" | "weighed";
  /** Null is the whole panel. */
  readonly stratum: string | null;
  readonly experts: Experts;
};

/** The register: the sets released so far, by the answers that the figures are about (one part, in one round). */
export type Released = ReadonlyMap<string, readonly ReleasedSet[]>;

type Place = { readonly item: string; readonly part: string };

export const inRound = (round: number, place: Place): string => `${round}:${placeOf(place)}`;

/** What the figures of closed rounds released. Who was in which set is in the answers, so nothing else is kept. */
export function releasedSets(rounds: readonly RoundAnswers[], figures: readonly Figure[]): Released {
  const register = new Map<string, ReleasedSet[]>();
  const enter = (round: number, place: Place, set: ReleasedSet) => {
    const key = inRound(round, place);
    register.set(key, [...(register.get(key) ?? []), set]);
  };
  for (const figure of figures) {
    if (figure.withheld !== null) continue;
    const { round, stratum, stability } = figure;
    const answered = whoAnswered(rounds, round, figure);
    enter(round, figure, { of: "answered", stratum, experts: answered });
    if (figure.weighted?.table)
      enter(round, figure.weighted.by, { of: "weighed", stratum, experts: answered });
    if (!stability || stability.pairs === null) continue;
    const before = whoAnswered(rounds, stability.since, figure);
    const both = new Set([...answered].filter((seat) => before.has(seat)));
    for (const one of [round, stability.since]) enter(one, figure, { of: "both", stratum, experts: both });
  }
  return register;
}

type Group = Place & { readonly stratum: string | null };

function whoAnswered(rounds: readonly RoundAnswers[], round: number, group: Group): Experts {
  const seats = rounds.find((one) => one.round === round)?.seats ?? [];
  const place = placeOf(group);
  const answering = seats.filter(
    ({ stratum, values }) =>
      (group.stratum === null || stratum === group.stratum) && (values.get(place) ?? null) !== null,
  );
  return new Set(answering.map(({ seat }) => seat));
}
