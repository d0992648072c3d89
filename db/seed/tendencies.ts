import type { SimulatedExpert, Tendency } from "@/delphi/simulation";

type Lean = readonly [low: number, high: number];

/**
 * Invented for the rehearsal: what the simulated panel tends to say, from its most sceptical expert (low) to
 * its most open one (high), as shares of the scale. Nobody said this.
 */
const DESIRABILITY_AND_FEASIBILITY: Readonly<Record<string, readonly [Lean, Lean]>> = {
  "low-cost-contacts": [
    [0.02, 1],
    [0.62, 0.8],
  ],
  "visas-and-sport": [
    [0.2, 0.7],
    [0.6, 0.62],
  ],
  "release-and-stop-arrests": [
    [0.98, 0.72],
    [0.3, 0.2],
  ],
  "snapback-suspension": [
    [0.35, 0.85],
    [0.45, 0.5],
  ],
  "non-war-leverage": [
    [0.1, 0.95],
    [0.5, 0.6],
  ],
  "enforce-war-sanctions": [
    [1, 0.82],
    [0.66, 0.6],
  ],
  "no-concessions": [
    [0.98, 0],
    [0.6, 0.5],
  ],
  "policy-review": [
    [0.4, 0.95],
    [0.62, 0.66],
  ],
  "humanitarian-channel": [
    [0.78, 0.52],
    [0.78, 0.72],
  ],
  "sector-engagement": [
    [0.25, 0.88],
    [0.5, 0.64],
  ],
  "reopen-crossings": [
    [0.2, 0.85],
    [0.45, 0.6],
  ],
  "negotiated-transition": [
    [0.55, 0.72],
    [0.08, 0.2],
  ],
  "security-architecture": [
    [0.62, 0.85],
    [0.3, 0.42],
  ],
  mobility: [
    [0.9, 0.96],
    [0.7, 0.75],
  ],
  "civil-society": [
    [0.99, 0.9],
    [0.76, 0.72],
  ],
  "democratic-forces": [
    [0.92, 0.5],
    [0.62, 0.5],
  ],
  "coordinate-with-us": [
    [0.78, 0.86],
    [0.3, 0.4],
  ],
  "military-channel": [
    [0.62, 0.86],
    [0.6, 0.66],
  ],
  "divide-roles": [
    [0.45, 0.12],
    [0.4, 0.3],
  ],
  "tighten-sanctions": [
    [1, 0.02],
    [0.62, 0.4],
  ],
  "reward-steps-for-ukraine": [
    [0.6, 0.86],
    [0.4, 0.46],
  ],
};

export const TENDENCIES: readonly Tendency[] = [
  { place: "stance/stance", low: 0.02, high: 0.95 },
  { place: "failed-engagement/probability", low: 0.58, high: 0.34 },
  { place: "us-thaw-eu-frozen/probability", low: 0.42, high: 0.5 },
  { place: "frozen-front/probability", low: 0.18, high: 0.34 },
  { place: "confidence/confidence", low: 0.75, high: 0.5 },
  ...Object.entries(DESIRABILITY_AND_FEASIBILITY).flatMap(([item, [desirability, feasibility]]) => [
    { place: `${item}/desirability`, low: desirability[0], high: desirability[1] },
    { place: `${item}/feasibility`, low: feasibility[0], high: feasibility[1] },
  ]),
];

/** The simulated panel by stratum: 12, 7 and 5 experts, each with a place in the debate. */
export const PANEL: Readonly<Record<string, readonly SimulatedExpert[]>> = {
  research: [0.03, 0.08, 0.14, 0.2, 0.3, 0.48, 0.62, 0.74, 0.8, 0.86, 0.92, 0.97].map((lean) => ({ lean })),
  policy: [0.18, 0.35, 0.55, 0.7, 0.78, 0.85, 0.93].map((lean) => ({ lean })),
  "civil-society": [0.02, 0.06, 0.1, 0.18, 0.3].map((lean) => ({ lean })),
};
