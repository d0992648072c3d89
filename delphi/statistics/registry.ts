import type { z } from "zod";
import type { Result } from "../result";
import { bimodalityCoefficient } from "./bimodality-coefficient";
import { bordaCount } from "./borda-count";
import { bowker } from "./bowker";
import { brierScore } from "./brier-score";
import { cometConsensus } from "./comet-consensus";
import { condorcet } from "./condorcet";
import { confidenceWeightedShares } from "./confidence-weighted-shares";
import { fisherExact } from "./fisher-exact";
import { fleissKappa } from "./fleiss-kappa";
import { ideaStandardisation } from "./idea-standardisation";
import { individualChiSquare } from "./individual-chi-square";
import { intraclassCorrelation } from "./intraclass-correlation";
import { kemenyOrder } from "./kemeny-order";
import { kendallW } from "./kendall-w";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { kruskalWallis } from "./kruskal-wallis";
import { leikConsensus } from "./leik-consensus";
import { locationAndSpread } from "./location-and-spread";
import { mannWhitney } from "./mann-whitney";
import { marginalChiSquare } from "./marginal-chi-square";
import { mcnemar } from "./mcnemar";
import { meanRank } from "./mean-rank";
import { netChange } from "./net-change";
import { normalisedEntropy } from "./normalised-entropy";
import { percentAgreement } from "./percent-agreement";
import { percentChanged } from "./percent-changed";
import { probabilityPool } from "./probability-pool";
import { quantileAverage } from "./quantile-average";
import { quantileLinearPool } from "./quantile-linear-pool";
import { quantiles } from "./quantiles";
import { randUcla } from "./rand-ucla";
import { spearman } from "./spearman";
import { spreadChange } from "./spread-change";
import { tastleWiermanConsensus } from "./tastle-wierman-consensus";
import { vanDerEijkAgreement } from "./van-der-eijk-agreement";
import { weightedKappa } from "./weighted-kappa";
import { weightedLocation } from "./weighted-location";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank";

/** Every measure there is, in the order of the method page. */
export const measures = [
  locationAndSpread,
  quantiles,
  percentAgreement,
  cometConsensus,
  randUcla,
  tastleWiermanConsensus,
  vanDerEijkAgreement,
  normalisedEntropy,
  leikConsensus,
  bimodalityCoefficient,
  kendallW,
  fleissKappa,
  krippendorffAlpha,
  intraclassCorrelation,
  spearman,
  percentChanged,
  netChange,
  weightedKappa,
  wilcoxonSignedRank,
  mcnemar,
  bowker,
  marginalChiSquare,
  individualChiSquare,
  spreadChange,
  mannWhitney,
  fisherExact,
  kruskalWallis,
  probabilityPool,
  brierScore,
  ideaStandardisation,
  quantileAverage,
  quantileLinearPool,
  meanRank,
  bordaCount,
  condorcet,
  kemenyOrder,
  confidenceWeightedShares,
  weightedLocation,
] as const;

type Listed = (typeof measures)[number];
export type MeasureName = Listed["name"];

/** A measure whose name is only known at run time. */
export interface AnyMeasure
  extends Readonly<
    Record<"name" | "title" | "meaning" | "formula" | "reading" | "source", string> & {
      conventions: readonly string[];
      input: z.ZodObject;
      example: Readonly<{ input: object; value: object; note?: string }>;
    }
  > {
  compute(input: unknown): Readonly<Record<string, unknown>>;
  answer(input: unknown): Result<Readonly<Record<string, unknown>>, "invalid-input">;
}

const byName = new Map<string, AnyMeasure>(measures.map((measure) => [measure.name, measure]));

/** The measure of that name. A map knows no inherited names, so `constructor` names none. */
export function measureNamed<Name extends MeasureName>(name: Name): Extract<Listed, { name: Name }>;
export function measureNamed(name: string): AnyMeasure | undefined;
export function measureNamed(name: string): AnyMeasure | undefined {
  return byName.get(name);
}
