import { z } from "zod";
import { firstProblem, lengthsApart, Probabilities } from "./input";
import { measure } from "./measure";
import { mean } from "./sum";

export const brierScore = measure({
  name: "brier-score",
  title: "How good were the forecasts?",
  meaning: "How far were the forecast probabilities from what happened?",
  formula: "(forecast − outcome)², and their mean.",
  conventions: [
    "A forecast without an outcome, or the other way round, has no score; the mean is null without any.",
    "Brier's own two-class form is twice this.",
  ],
  reading: "0 perfect, 0.25 always 50%, 1 worst.",
  source: "Brier 1950, Mon Weather Rev 78:1.",
  input: z
    .strictObject({
      forecasts: Probabilities.describe("the probability given to each question, 0 to 1, null for none"),
      outcomes: z
        .array(z.literal([0, 1]).nullable())
        .readonly()
        .describe("what happened, 1 yes or 0 no, null while unresolved; as long as forecasts"),
    })
    .check(firstProblem(lengthsApart("forecasts", "outcomes"))),
  figures: {
    n: "forecasts with an outcome",
    score: "mean squared distance",
    scores: "each forecast's score",
  },
  example: {
    input: { forecasts: [1, 1, 0.7, 0.7, 0.3, 0.5], outcomes: [1, 0, 1, 0, 1, 1] },
    value: { n: 6, score: 0.386666666667, scores: [0, 1, 0.09, 0.49, 0.49, 0.25] },
  },
  compute({ forecasts, outcomes }) {
    const scores = forecasts.map((forecast, at) => scoreOf(forecast, outcomes[at] ?? null));
    const known = scores.filter((score) => score !== null);
    return { n: known.length, score: mean(known), scores };
  },
});

function scoreOf(forecast: number | null, outcome: 0 | 1 | null): number | null {
  return forecast === null || outcome === null ? null : (forecast - outcome) ** 2;
}
