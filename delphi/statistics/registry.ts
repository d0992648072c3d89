import type { z } from "zod";
import type { Result } from "../result";
import { bimodalityCoefficient } from "./bimodality-coefficient";
import { bordaCount } from "./borda-count";
import { bowker } from "./bowker";
import { brierScore } from "./brier-score";
import { cometConsensus } from "./comet-consensus";
import { condorcet } from "./condorcet";
import { confidenceWeightedShares } from "./confidence-weighted-shares";
import { estimateChange } from "./estimate-change";
import { fisherExact } from "./fisher-exact";
import { fleissKappa } from "./fleiss-kappa";
import { ideaStandardisation } from "./idea-standardisation";
import { individualChiSquare } from "./individual-chi-square";
import { intervalAgreement } from "./interval-agreement";
import { intraclassCorrelation } from "./intraclass-correlation";
import { kemenyOrder } from "./kemeny-order";
import { kendallW } from "./kendall-w";
import { kendallWOfCounts } from "./kendall-w-of-counts";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { kruskalWallis } from "./kruskal-wallis";
import { leikConsensus } from "./leik-consensus";
import { locationAndSpread } from "./location-and-spread";
import { mannWhitney } from "./mann-whitney";
import { marginalChiSquare } from "./marginal-chi-square";
import { mcnemar } from "./mcnemar";
import { meanRank } from "./mean-rank";
import { medianInterval } from "./median-interval";
import { modalShares } from "./modal-shares";
import { netChange } from "./net-change";
import { netChangeOfTotals } from "./net-change-of-totals";
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

/** Every measure there is, by what it is about, in the order of the method page. The only list. */
export const families = [
  { title: "Location and spread", note: "", measures: [locationAndSpread, quantiles, medianInterval] },
  { title: "Percent agreement", note: "", measures: [percentAgreement, cometConsensus, modalShares] },
  { title: "RAND/UCLA appropriateness", note: "", measures: [randUcla] },
  {
    title: "Shape of an ordinal distribution",
    note: "All take counts over the whole scale; n is their sum. The points are equally spaced, at 1…K.",
    measures: [
      tastleWiermanConsensus,
      vanDerEijkAgreement,
      normalisedEntropy,
      leikConsensus,
      bimodalityCoefficient,
    ],
  },
  {
    title: "Agreement over a set of items",
    note: "Each looks at several items at once, as ratings[item][expert].",
    measures: [kendallW, fleissKappa, krippendorffAlpha, intraclassCorrelation, spearman],
  },
  {
    title: "Stability between rounds",
    note: "Change is later − earlier. Pairs are the experts who answered both rounds. Show several of these side by side: each is blind to something.",
    measures: [
      percentChanged,
      netChange,
      netChangeOfTotals,
      weightedKappa,
      wilcoxonSignedRank,
      mcnemar,
      bowker,
      marginalChiSquare,
      individualChiSquare,
      spreadChange,
    ],
  },
  {
    title: "Attrition and groups",
    note: "Those who left against those who stayed, and one stakeholder group against another.",
    measures: [mannWhitney, fisherExact, kruskalWallis],
  },
  { title: "Probabilities", note: "", measures: [probabilityPool, brierScore] },
  {
    title: "Quantities: three- and four-point elicitation (IDEA)",
    note: "An estimate is {lower, best, upper} with lower ≤ best ≤ upper; equal values are allowed.",
    measures: [ideaStandardisation, quantileAverage, quantileLinearPool, intervalAgreement, estimateChange],
  },
  {
    title: "Ranking",
    note: "All take ranks[item][expert], but for agreement on one ranking, which takes counts alone. Different rules can put the same rankings in different orders: show more than one.",
    measures: [meanRank, kendallWOfCounts, bordaCount, condorcet, kemenyOrder],
  },
  {
    title: "Confidence",
    note: "Always beside the unweighted figure, which comes first.",
    measures: [confidenceWeightedShares, weightedLocation],
  },
] as const;

type Listed = (typeof families)[number]["measures"][number];
export type MeasureName = Listed["name"];

export const measures: readonly Listed[] = families.flatMap((family): readonly Listed[] => family.measures);

/** A measure whose name is only known at run time. */
export interface AnyMeasure
  extends Readonly<
    Record<"name" | "title" | "meaning" | "formula" | "reading" | "source", string> & {
      conventions: readonly string[];
      input: z.ZodObject;
      figures: Readonly<Record<string, string>>;
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
