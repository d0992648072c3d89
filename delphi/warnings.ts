import type { ShownFigure } from "./figure";
import type { Part } from "./item";
import { numberText, type Reading, reading } from "./reading";
import { isChosenScale } from "./scale";
import { agreementOf, groupsOf } from "./shape";

/** From here on an end of the scale is held by too many for an agreement to pass without a word. */
export const HELD_PERCENT = 15;
/** Van der Eijk's A below which answers that pass a rule of agreement lie too far apart for the word. */
export const LITTLE_AGREEMENT = 0.4;
/** With fewer, no test at 5% and no interval at 95% can be had: 2·½⁶ = 0.031, 2·½⁵ = 0.063. */
export const FEWEST_FOR_A_TEST = 6;

export type Warning = {
  readonly name: "both-ends-held" | "little-agreement" | "too-few-for-a-test" | "reworded";
  readonly text: Reading;
};

/**
 * What a reader of this figure must be told, from the published figure alone. `reworded` names the round from
 * which on an item has other words in substance, so that what came before was an answer to something else.
 */
export function warningsOf(
  part: Part,
  figure: ShownFigure,
  reworded: number | null = null,
): readonly Warning[] {
  return [
    ...(figure.consensus?.met ? agreementWarnings(part, figure) : []),
    ...(figure.n > 0 && fewest(figure) < FEWEST_FOR_A_TEST
      ? [warning("too-few-for-a-test", { n: fewest(figure), least: FEWEST_FOR_A_TEST })]
      : []),
    ...(reworded === null ? [] : [warning("reworded", { round: reworded })]),
  ];
}

const warning = (name: Warning["name"], values: Reading["values"]): Warning => ({
  name,
  text: reading(`warning.${name}`, values),
});

function agreementWarnings({ scale }: Part, { counts, n }: ShownFigure): Warning[] {
  if (scale.kind !== "ordinal" || counts === null || isChosenScale(scale)) return [];
  const { lower, upper } = groupsOf(scale, counts);
  const agreement = agreementOf(counts);
  return [
    ...([lower, upper].every((end) => 100 * end > HELD_PERCENT * n)
      ? [warning("both-ends-held", { lower, upper, n })]
      : []),
    ...(agreement !== null && agreement < LITTLE_AGREEMENT
      ? [warning("little-agreement", { agreement: numberText(agreement, 2) })]
      : []),
  ];
}

/** The fewest answers that something on this figure rests on. */
const fewest = ({ n, stability }: ShownFigure): number => Math.min(n, stability?.pairs ?? n);
