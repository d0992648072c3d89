import { analyseRound, lastRoundAsking, type RawFigure, type RoundAnswers } from "./analysis";
import { type Attrition, auditAttrition, nothingHeldBack } from "./attrition";
import { type CarryForward, proposeCarryForward, shouldStop } from "./carry-forward";
import { hasVerdict, type Item, type Part, ratedParts } from "./item";
import { type Detail, detailOf, type Finding, findingOf, rememberedWork, type Work } from "./outside-details";
import type { Protocol } from "./protocol";

/** One line of an analysis: what a group said about a part of an item in a round, and the two verdicts. */
export type AnalysisRow = {
  readonly round: number;
  readonly item: string;
  readonly part: string;
  /** Null is the whole panel. */
  readonly stratum: string | null;
  readonly n: number;
  readonly abstained: number;
  readonly notAnswered: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly consensus: Pick<NonNullable<RawFigure["consensus"]>, "met" | "figures">;
  /** Null in the first round that asked this part. */
  readonly stability: {
    readonly met: boolean | null;
    readonly pairs: number;
    readonly figures: object;
  } | null;
};

export type RoundSummary = {
  readonly round: number;
  readonly experts: number;
  readonly asked: number;
  readonly consensus: number;
  readonly stable: number;
  readonly stop: boolean;
};

export type OutsideAnalysis = {
  readonly rows: readonly AnalysisRow[];
  readonly rounds: readonly RoundSummary[];
  /** As many as rows, in the same order. */
  readonly details: readonly Detail[];
  readonly findings: readonly Finding[];
  /** Each round against the one before it. */
  readonly attrition: readonly Attrition[];
  readonly carryForward: readonly (CarryForward & { readonly round: number })[];
};

/**
 * Analyses a study that was run elsewhere by a protocol's rules. The data are the caller's own, so no figure is
 * withheld: never show the result of this to anybody who may not see the answers.
 */
export function analyseOutsideStudy(
  protocol: Protocol,
  items: readonly Item[],
  rounds: readonly RoundAnswers[],
): OutsideAnalysis {
  const work = rememberedWork();
  const analysed = rounds.map((round, at) => ({
    round,
    figures: analyseRound(protocol, round, rounds.slice(0, at)),
    before: lastRoundAsking(rounds.slice(0, at)),
  }));
  return {
    rows: analysed.flatMap(({ figures, before }) =>
      figures.map((figure) => rowOf(figure, before.has(`${figure.item}/${figure.part}`))),
    ),
    rounds: analysed.map(({ round, figures }) => summaryOf(protocol, items, round, figures)),
    details: analysed.flatMap(({ round, figures }) => detailsOf(round, figures, work)),
    findings: analysed.flatMap(({ round, figures }) => findingsOf(protocol, round, figures, work)),
    attrition: rounds
      .slice(1)
      .map((round, at) => auditAttrition(protocol, rounds[at]!, round, nothingHeldBack)),
    carryForward: analysed.flatMap(({ round, figures }) => {
      const asked = round.items.map(({ id }) => id);
      const decided = items.filter(({ kind }) => hasVerdict(kind));
      return proposeCarryForward(protocol, decided, asked, figures).map((one) => ({
        round: round.round,
        ...one,
      }));
    }),
  };
}

function detailsOf(round: RoundAnswers, figures: readonly RawFigure[], work: Work): Detail[] {
  const parts = partsOf(round);
  return figures.map((figure) => detailOf(figure, parts.get(placeOf(figure))!.part.scale, work));
}

function findingsOf(
  protocol: Protocol,
  round: RoundAnswers,
  figures: readonly RawFigure[],
  work: Work,
): Finding[] {
  const parts = partsOf(round);
  const strata = new Map<string, RawFigure[]>();
  for (const figure of figures)
    if (figure.stratum !== null)
      strata.set(placeOf(figure), [...(strata.get(placeOf(figure)) ?? []), figure]);
  return figures.flatMap((figure) => {
    if (figure.stratum !== null) return [];
    const { item, part } = parts.get(placeOf(figure))!;
    return [findingOf(protocol, item, part, figure, strata.get(placeOf(figure)) ?? [], work)];
  });
}

const placeOf = ({ item, part }: RawFigure): string => `${item}/${part}`;

const partsOf = ({ items }: RoundAnswers): ReadonlyMap<string, { item: Item; part: Part }> =>
  new Map(
    items.flatMap((item) =>
      ratedParts(item).map((part) => [`${item.id}/${part.id}`, { item, part }] as const),
    ),
  );

const rowOf = (figure: RawFigure, askedBefore: boolean): AnalysisRow => ({
  round: figure.round,
  item: figure.item,
  part: figure.part,
  stratum: figure.stratum,
  n: figure.n,
  abstained: figure.abstained,
  notAnswered: figure.notAnswered,
  median: figure.median,
  q1: figure.q1,
  q3: figure.q3,
  consensus: figure.consensus ?? { met: null, figures: {} },
  stability: askedBefore
    ? {
        met: figure.stability?.met ?? null,
        pairs: figure.both.size,
        figures: figure.stability?.figures ?? {},
      }
    : null,
});

function summaryOf(
  protocol: Protocol,
  items: readonly Item[],
  round: RoundAnswers,
  figures: readonly RawFigure[],
): RoundSummary {
  const panel = figures.filter((figure) => figure.stratum === null);
  const asked = round.items.map((item) => item.id);
  return {
    round: round.round,
    experts: round.seats.length,
    asked: panel.length,
    consensus: panel.filter((figure) => figure.consensus?.met === true).length,
    stable: panel.filter((figure) => figure.stability?.met === true).length,
    stop: shouldStop(protocol, round.round, items, asked, figures),
  };
}
