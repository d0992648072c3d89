import type { Protocol } from "./protocol";
import type { Rule } from "./rule";

/**
 * At least `percent` of the answers within the top two or within the bottom two of five points, and a middle
 * half no wider than one point (type 7). 75% is the median threshold that published Delphis declare (Diamond
 * et al. 2014, J Clin Epidemiol 67:401); IQR ≤ 1 on five points: von der Gracht 2012, TFSC 79:1525.
 */
export const agreementWithNarrowSpread = (percent: number): Rule => ({
  all: [
    { measure: "location-and-spread", figure: "iqr", compare: "<=", value: 1, settings: { quantileType: 7 } },
    {
      any: [
        {
          measure: "percent-agreement",
          figure: "topPercent",
          compare: ">=",
          value: percent,
          settings: { topFrom: 4, bottomTo: 2 },
        },
        {
          measure: "percent-agreement",
          figure: "bottomPercent",
          compare: ">=",
          value: percent,
          settings: { topFrom: 4, bottomTo: 2 },
        },
      ],
    },
  ],
});

/** Scheibe, Skutsch & Schofer 1975, in Linstone & Turoff, The Delphi Method. */
export const netChangeBelow = (percent: number): Rule => ({
  measure: "net-change",
  figure: "netChangePercent",
  compare: "<",
  value: percent,
  settings: {},
});

/** Median moves by at most `median` and the middle half by at most `spread`, in points of percent. */
export const quantilesSteady = (median: number, spread: number): Rule => ({
  all: [
    {
      measure: "spread-change",
      figure: "medianChange",
      absolute: true,
      compare: "<=",
      value: median,
      settings: {},
    },
    {
      measure: "spread-change",
      figure: "iqrLater",
      minus: "iqrEarlier",
      absolute: true,
      compare: "<=",
      value: spread,
      settings: {},
    },
  ],
});

/** The protocol of the seeded study: at most three rounds, consensus and stability judged apart. */
export const policyDelphi: Protocol = {
  design: "policy-delphi",
  rounds: 3,
  minimumGroup: 5,
  rules: {
    stance: { consensus: agreementWithNarrowSpread(75), stability: netChangeBelow(15) },
    option: { consensus: agreementWithNarrowSpread(75), stability: netChangeBelow(15) },
    scenario: { consensus: null, stability: quantilesSteady(5, 10) },
  },
  stopping: "all-stable",
  feedback: { reasons: true, distribution: true, strata: true },
  anonymity: "sealed",
  closing: "by-hand",
  nextRound: "everyone",
  strata: [],
  earlyPublication: false,
};
