import type { RoundAnswers } from "@/delphi/analysis";
import type { Figure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { scaleValues } from "@/delphi/scale";

/**
 * What a reader learns from a released figure: that this set of experts gave these answers, each so many times. The
 * numbers are those of the figure alone; null where it tells of the set without counting its answers.
 */
export type Equation = {
  /** The answers it is about: those to the item in one round, or whether it was answered at all. */
  readonly about: string;
  readonly experts: ReadonlySet<string>;
  readonly counts: readonly number[] | null;
};

type Seats = RoundAnswers["seats"];

/** Everything that the figures of one item tell, with the sets named as an insider could who knows who is in them. */
export function equationsOf(
  item: Item,
  rounds: readonly RoundAnswers[],
  figures: readonly Figure[],
): Equation[] {
  const place = `${item.id}/${item.parts[0]!.id}`;
  const seatsOf = (round: number, stratum: string | null): Seats =>
    rounds
      .find((one) => one.round === round)!
      .seats.filter((seat) => stratum === null || seat.stratum === stratum);
  const who = (seats: Seats) => new Set(seats.map(({ seat }) => seat));
  const answering = (seats: Seats) => seats.filter(({ values }) => (values.get(place) ?? null) !== null);
  return figures.flatMap((figure): Equation[] => {
    if (figure.withheld !== null) return [];
    const { round, stratum, stability } = figure;
    const seats = seatsOf(round, stratum);
    const answered = who(answering(seats));
    const told: Equation[] = [
      { about: `answers in ${round}`, experts: answered, counts: figure.counts },
      {
        about: `response in ${round}`,
        experts: who(seats),
        counts: [figure.n, figure.abstained, figure.notAnswered],
      },
    ];
    const ofPairs = stability && (stability.pairs !== null || stability.base === "pairs");
    if (!ofPairs) return told;
    const before = who(answering(seatsOf(stability.since, stratum)));
    const experts = new Set([...answered].filter((seat) => before.has(seat)));
    const { since, pairCounts } = stability;
    return [
      ...told,
      { about: `answers in ${round}`, experts, counts: pairCounts?.later ?? null },
      { about: `answers in ${since}`, experts, counts: pairCounts?.earlier ?? null },
    ];
  });
}

/** How often each answer was really given by these experts: what an attacker must not find out. */
export function truth(item: Item, { seats }: RoundAnswers, experts: ReadonlySet<string>): readonly number[] {
  const { id, scale } = item.parts[0]!;
  const given = seats
    .filter(({ seat }) => experts.has(seat))
    .map(({ values }) => values.get(`${item.id}/${id}`));
  return scaleValues(scale).map((value) => given.filter((one) => one === value).length);
}
