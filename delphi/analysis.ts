import { estimateOf, figuredAnswer } from "./estimate";
import { countsOf, evidenceOf } from "./evidence";
import type { ShownFigure, Stability } from "./figure";
import { type Item, judgedParts, type Part } from "./item";
import type { ItemKind } from "./item-kind";
import { markOf } from "./mark";
import type { Protocol } from "./protocol";
import { ratedParts } from "./rated-parts";
import type { Experts } from "./released-sets";
import { type Evidence, isAboutAnOrder, isAboutARanking, type Judgement, judge, type Rule } from "./rule";
import { endsOf, isQuantity, type Scale, scaleBounds } from "./scale";
import { pair, stabilityOf, totalsOf } from "./stability";
import type { Estimate } from "./statistics/estimate";
import { locationAndSpread } from "./statistics/location-and-spread";
import { percentAgreement } from "./statistics/percent-agreement";

/** One expert's answers of one round: place (item/part) → value; null is an abstention, absent is no answer. */
export type SeatAnswers = {
  readonly seat: string;
  readonly stratum: string | null;
  readonly values: ReadonlyMap<string, number | null>;
  /** The places put to this expert; left out where everybody was asked the same. */
  readonly asked?: ReadonlySet<string>;
};

export type RoundAnswers = {
  readonly round: number;
  readonly items: readonly Item[];
  readonly seats: readonly SeatAnswers[];
};

/** A figure before disclosure control, with what the control needs to know. Never leaves the server's memory. */
export type RawFigure = ShownFigure & {
  readonly answered: Experts;
  /** Everybody of the group who submitted the round, whether or not they answered this part. */
  readonly submitted: Experts;
  /** Who answered in both of the rounds that `stability` compares. */
  readonly both: Experts;
  /** Whom a verdict about the order of several items speaks of: those who rated them all. Null for any other. */
  readonly together: Experts | null;
  /** What stands in for `stability` where nothing may be told of `both`; null where the rule has no such form. */
  readonly onTotals: Stability | null;
};

/**
 * Every figure of a closed round: each part of each item asked, for the whole panel and for each stratum.
 * `earlier` are the rounds before it, in any order; stability looks back to the last one that asked the item,
 * unless its wording has changed in substance since.
 * Pass the result through delphi/disclosure before anyone sees it.
 */
export function analyseRound(
  protocol: Protocol,
  current: RoundAnswers,
  earlier: readonly RoundAnswers[],
): readonly RawFigure[] {
  const groups = [null, ...protocol.strata.map((stratum) => stratum.id)];
  const lastAsked = lastRoundAsking(earlier);
  return current.items.flatMap((item) =>
    ratedParts(item).flatMap((part) => {
      const before = lastAsked.get(inItsWords(item, part)) ?? null;
      return groups.map((stratum) => analysePart(protocol, item, part, stratum, current, before));
    }),
  );
}

/** For every place, as it was worded, the last of these rounds that asked it. */
export const lastRoundAsking = (rounds: readonly RoundAnswers[]): ReadonlyMap<string, RoundAnswers> =>
  new Map(
    [...rounds]
      .sort((a, b) => a.round - b.round)
      .flatMap((round) =>
        round.items.flatMap((item) => item.parts.map((part) => [inItsWords(item, part), round] as const)),
      ),
  );

/** A place (item/part), and behind it the number of its wording where that is not the first. */
const inItsWords = ({ id, wording }: Item, part: Part): string =>
  `${id}/${part.id}${wording === undefined ? "" : ` ${wording}`}`;

function analysePart(
  protocol: Protocol,
  item: Item,
  part: Part,
  stratum: string | null,
  current: RoundAnswers,
  before: RoundAnswers | null,
): RawFigure {
  const place = `${item.id}/${part.id}`;
  const seats = inGroup(current.seats, stratum).filter((seat) => seat.asked?.has(place) ?? true);
  const ratings = seats.map((seat) => figuredAnswer(item, part.id, seat));
  const answered = new Set(seats.filter((_, at) => ratings[at] !== null).map(({ seat }) => seat));
  const location = locationAndSpread.compute({ ratings });
  const shares = sharesOf(part.scale, ratings);
  const judged = judgedParts(item).some(({ id }) => id === part.id);
  const rules = judged ? protocol.rules[item.kind] : undefined;
  const asOne =
    rules?.consensus && isAboutAnOrder(rules.consensus) ? sameCriterion(item, part, current) : null;
  const consensus = rules?.consensus ? consensusOf(rules.consensus, item, part, seats, asOne) : null;
  const pairing = pair(place, seats, before ? inGroup(before.seats, stratum) : []);
  const compared =
    before && rules?.stability
      ? {
          since: before.round,
          part,
          pairing,
          more: changeEvidence(item, inGroup(before.seats, stratum), seats),
        }
      : null;
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
    counts: isQuantity(part.scale) ? null : countsOf(part.scale, ratings),
    median: location.median,
    q1: location.q1,
    q3: location.q3,
    iqr: location.iqr,
    topPercent: shares?.topPercent ?? null,
    bottomPercent: shares?.bottomPercent ?? null,
    interval: shares?.interval ?? null,
    ...(judged && item.kind === "estimate" && { intervals: bySize(estimatesOf(item, seats)) }),
    consensus: consensus && { met: consensus.met, figures: { ...consensus.figures } },
    mark: consensus && standingOf(rules!.consensus!, consensus, shares, item.kind),
    stability: compared && stabilityOf(rules!.stability!, compared),
    answered,
    submitted: new Set(seats.map(({ seat }) => seat)),
    both: pairing.both,
    together:
      asOne &&
      new Set(
        seats.filter(({ values }) => asOne.every((one) => values.get(one) != null)).map(({ seat }) => seat),
      ),
    onTotals: compared && totalsOf(rules!.stability!, compared),
  };
}

/** A verdict on the order of several items says nothing about how the panel stands on one of them. */
const standingOf = (
  rule: Rule,
  { met }: Judgement,
  shares: ReturnType<typeof sharesOf>,
  kind: ItemKind,
): ShownFigure["mark"] =>
  isAboutAnOrder(rule) ? null : markOf(met, shares?.topPercent ?? null, shares?.bottomPercent ?? null, kind);

function consensusOf(
  rule: Rule,
  item: Item,
  part: Part,
  seats: readonly SeatAnswers[],
  asOne: readonly string[] | null,
): Judgement {
  const evidence = evidenceAt(item, part, seats);
  const valuesAt = (one: string) => seats.map((seat) => seat.values.get(one) ?? null);
  if (isAboutARanking(rule)) {
    const counts = ({ id, scale }: Part) => countsOf(scale, valuesAt(`${item.id}/${id}`));
    return judge(rule, { ...evidence, rankCounts: ratedParts(item).map(counts) });
  }
  return judge(rule, asOne ? { ...evidence, together: asOne.map(valuesAt) } : evidence);
}

/** What a rule about one round can be asked of these experts' answers to a part. */
export const evidenceAt = (item: Item, part: Part, seats: readonly SeatAnswers[]): Evidence => ({
  ...evidenceOf(
    part.scale,
    seats.map(({ values }) => values.get(`${item.id}/${part.id}`) ?? null),
  ),
  ...(item.kind === "estimate" && { estimates: estimatesOf(item, seats) }),
});

const estimatesOf = (item: Item, seats: readonly SeatAnswers[]): readonly (Estimate | null)[] =>
  seats.map((seat) => estimateOf(item, seat));

/** What a rule about estimates looks at beside the answers of two rounds. */
const changeEvidence = (
  item: Item,
  earlier: readonly SeatAnswers[],
  later: readonly SeatAnswers[],
): Evidence =>
  item.kind === "estimate"
    ? { earlierEstimates: estimatesOf(item, earlier), laterEstimates: estimatesOf(item, later) }
    : {};

/** In an order that tells nothing of who they are. */
const bySize = (estimates: readonly (Estimate | null)[]): Estimate[] =>
  estimates
    .filter((one) => one !== null)
    .sort((one, other) => one.best - other.best || one.lower - other.lower || one.upper - other.upper);

/** A rule about an order takes all items of the kind that are rated on the same criterion: their places. */
const sameCriterion = (item: Item, part: Part, { items }: RoundAnswers): readonly string[] =>
  items
    .filter((one) => one.kind === item.kind && one.parts.some(({ id }) => id === part.id))
    .map((one) => `${one.id}/${part.id}`);

const inGroup = (seats: readonly SeatAnswers[], stratum: string | null): readonly SeatAnswers[] =>
  stratum === null ? seats : seats.filter((seat) => seat.stratum === stratum);

function sharesOf(scale: Scale, ratings: readonly (number | null)[]) {
  const bounds = scaleBounds(scale);
  if (scale.kind !== "ordinal" || !bounds) return null;
  return percentAgreement.compute({ ratings, scale: bounds, ...endsOf(scale) });
}
