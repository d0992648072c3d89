import type { ShownFigure } from "./figure";
import { type Item, type Part, ratedParts } from "./item";
import { markOf } from "./mark";
import type { Protocol } from "./protocol";
import { type Evidence, judge } from "./rule";
import { endsOf, type Scale, scaleBounds, scaleValues } from "./scale";
import { locationAndSpread } from "./statistics/location-and-spread";
import { percentAgreement } from "./statistics/percent-agreement";

/** One expert's answers of one round: place (item/part) → value; null is an abstention, absent is no answer. */
export type SeatAnswers = {
  readonly seat: string;
  readonly stratum: string | null;
  readonly values: ReadonlyMap<string, number | null>;
};

export type RoundAnswers = {
  readonly round: number;
  readonly items: readonly Item[];
  readonly seats: readonly SeatAnswers[];
};

/** A figure before disclosure control, with what the control needs to know. Never leaves the server's memory. */
export type RawFigure = ShownFigure & {
  readonly onlyEarlier: number;
  readonly onlyLater: number;
};

/**
 * Every figure of a closed round: each part of each item asked, for the whole panel and for each stratum.
 * `earlier` are the rounds before it, in any order; stability looks back to the last one that asked the item.
 * Pass the result through delphi/disclosure before anyone sees it.
 */
export function analyseRound(
  protocol: Protocol,
  current: RoundAnswers,
  earlier: readonly RoundAnswers[],
): readonly RawFigure[] {
  const groups = [null, ...protocol.strata.map((stratum) => stratum.id)];
  return current.items.flatMap((item) =>
    ratedParts(item).flatMap((part) => {
      const before = lastRoundAsking(item.id, earlier);
      return groups.map((stratum) => analysePart(protocol, item, part, stratum, current, before));
    }),
  );
}

const lastRoundAsking = (item: string, rounds: readonly RoundAnswers[]): RoundAnswers | null =>
  rounds
    .filter((round) => round.items.some((one) => one.id === item))
    .reduce<RoundAnswers | null>((last, round) => (last && last.round > round.round ? last : round), null);

function analysePart(
  protocol: Protocol,
  item: Item,
  part: Part,
  stratum: string | null,
  current: RoundAnswers,
  before: RoundAnswers | null,
): RawFigure {
  const place = `${item.id}/${part.id}`;
  const seats = inGroup(current.seats, stratum);
  const ratings = seats.map((seat) => seat.values.get(place) ?? null);
  const evidence = evidenceOf(part.scale, ratings);
  const location = locationAndSpread.compute(locationAndSpread.input.parse({ ratings }));
  const shares = sharesOf(part.scale, ratings);
  const rules = protocol.rules[item.kind];
  const consensus = rules?.consensus ? judge(rules.consensus, evidence) : null;
  const pairing = pair(place, seats, before ? inGroup(before.seats, stratum) : []);
  const abstained = seats.filter((seat) => seat.values.get(place) === null).length;
  return {
    withheld: null,
    round: current.round,
    item: item.id,
    part: part.id,
    stratum,
    n: location.n,
    abstained,
    notAnswered: seats.length - location.n - abstained,
    counts: countsOf(part.scale, ratings),
    median: location.median,
    q1: location.q1,
    q3: location.q3,
    iqr: location.iqr,
    topPercent: shares?.topPercent ?? null,
    bottomPercent: shares?.bottomPercent ?? null,
    interval: shares?.interval ?? null,
    consensus: consensus && { met: consensus.met, figures: { ...consensus.figures } },
    mark: consensus && shares ? markOf(consensus.met, shares.topPercent, shares.bottomPercent) : null,
    stability: before && rules?.stability ? stabilityOf(rules.stability, part, before, pairing) : null,
    onlyEarlier: pairing.onlyEarlier,
    onlyLater: pairing.onlyLater,
  };
}

const inGroup = (seats: readonly SeatAnswers[], stratum: string | null): readonly SeatAnswers[] =>
  stratum === null ? seats : seats.filter((seat) => seat.stratum === stratum);

type Pairing = ReturnType<typeof pair>;

/** Lines up the two rounds: the same expert at the same place, null where one of the rounds is missing. */
function pair(place: string, later: readonly SeatAnswers[], earlier: readonly SeatAnswers[]) {
  const laterOf = new Map(later.map((seat) => [seat.seat, seat.values.get(place) ?? null]));
  const earlierOf = new Map(earlier.map((seat) => [seat.seat, seat.values.get(place) ?? null]));
  const seats = new Set([...laterOf.keys(), ...earlierOf.keys()]);
  const rows = [...seats].map((seat) => ({
    earlier: earlierOf.get(seat) ?? null,
    later: laterOf.get(seat) ?? null,
  }));
  return {
    earlier: rows.map((row) => row.earlier),
    later: rows.map((row) => row.later),
    pairs: rows.filter((row) => row.earlier !== null && row.later !== null).length,
    onlyEarlier: rows.filter((row) => row.earlier !== null && row.later === null).length,
    onlyLater: rows.filter((row) => row.earlier === null && row.later !== null).length,
  };
}

function stabilityOf(
  rule: NonNullable<NonNullable<Protocol["rules"]["option"]>["stability"]>,
  part: Part,
  before: RoundAnswers,
  pairing: Pairing,
): NonNullable<ShownFigure["stability"]> {
  const judgement = judge(rule, {
    ...evidenceOf(part.scale, pairing.later),
    ...pairedEvidence(part.scale, pairing),
  });
  return {
    since: before.round,
    met: judgement.met,
    pairs: pairing.pairs,
    figures: { ...judgement.figures },
  };
}

function evidenceOf(scale: Scale, ratings: readonly (number | null)[]): Evidence {
  const bounds = scaleBounds(scale);
  const counts = countsOf(scale, ratings);
  return { ratings, ...(bounds && { scale: bounds }), ...(counts && { counts }) };
}

function pairedEvidence(scale: Scale, { earlier, later }: Pairing): Evidence {
  const values = scaleValues(scale);
  const table = values.map((from) =>
    values.map((to) => earlier.filter((value, at) => value === from && later[at] === to).length),
  );
  return {
    earlier,
    later,
    table,
    earlierCounts: values.map((value) => earlier.filter((one) => one === value).length),
    laterCounts: values.map((value) => later.filter((one) => one === value).length),
  };
}

const countsOf = (scale: Scale, ratings: readonly (number | null)[]): number[] =>
  scaleValues(scale).map((value) => ratings.filter((rating) => rating === value).length);

function sharesOf(scale: Scale, ratings: readonly (number | null)[]) {
  const bounds = scaleBounds(scale);
  if (scale.kind !== "ordinal" || !bounds) return null;
  return percentAgreement.compute(percentAgreement.input.parse({ ratings, scale: bounds, ...endsOf(scale) }));
}
