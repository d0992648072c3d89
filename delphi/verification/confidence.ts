import { weightedPercents } from "../confidence";
import { type Category, foldedCounts, pointsOf, sidesOf } from "../crossing";
import { figureOf, type ShownFigure, type Weighted } from "../figure";
import type { Edition, PublishedRound } from "../publication";
import type { OrdinalScale } from "../scale";
import { sum } from "../statistics/sum";
import { type Check, checked, type NotRecomputable, placeIn, same } from "./report";

/** Weighs every answer again by the confidence that the published tables give. */
export function checkConfidence(edition: Edition): { check: Check; notRecomputable: NotRecomputable[] } {
  const faults: string[] = [];
  const notRecomputable: NotRecomputable[] = [];
  let recomputed = 0;
  for (const round of edition.rounds)
    for (const figure of round.figures) {
      if (figure.withheld !== null || figure.weighted === undefined) continue;
      const place = placeIn(figure);
      const { table, held } = figure.weighted;
      faults.push(...wrongIn(edition, round, figure, figure.weighted).map((one) => `${place}: ${one}`));
      if (table) recomputed += 1;
      else
        notRecomputable.push({ figure: `weighted shares of ${place}`, reason: HELD[held ?? "fewer-than-k"] });
    }
  const says = `${recomputed} distributions weighted by confidence follow from the tables published with them, and these from the counts.`;
  return { check: checked("confidence", says, faults), notRecomputable };
}

const HELD = {
  "fewer-than-k": "too few experts stated a confidence",
  "would-reveal-a-smaller-group":
    "the table would tell how sure the few are who answered only one of the two questions",
  "small-cells": "the table of answers by confidence has cells that are too small to show",
  "fine-grained": "single values are too fine to show",
} as const;

function wrongIn(edition: Edition, round: PublishedRound, figure: ShownFigure, weighted: Weighted): string[] {
  const { by, table, weights, percents, held } = weighted;
  const [answers, confidence] = [figure, by].map((place) => scaleOf(edition, place));
  const stated = figureOf(round.figures, by.item, by.part);
  const asked = edition.items.find(({ id }) => id === by.item);
  if (!answers || !confidence || asked?.kind !== "confidence" || !stated)
    return ["it is weighted by what did not ask for confidence in this round."];
  if (table === null || weights === null)
    return table === weights && percents === null && held !== null ? [] : ["what is withheld has numbers."];
  if (stated.withheld !== null) return ["it tells of a confidence that is withheld."];
  const rows = fitting(answers, table.length);
  const columns = fitting(confidence, weights.length);
  if (!rows || !columns || table.some((row) => row.length !== columns.length))
    return ["the table fits neither the points nor the sides of the scales."];
  const wrong: string[] = [];
  const expected = foldedCounts(figure.counts ?? [], answers, rows);
  if (
    !same(
      table.map((row) => sum(row)),
      expected,
    )
  )
    wrong.push("the rows of its table don't add up to the counts.");
  const whole = foldedCounts(stated.counts ?? [], confidence, columns);
  if (columns.some((_, at) => sum(table.map((row) => row[at]!)) > whole[at]!))
    wrong.push("its table has more experts of a confidence than stated it.");
  if (
    !same(
      weights,
      columns.map(({ from, to }) => (from + to) / 2),
    )
  )
    wrong.push("the weights are not the points of the scale of confidence.");
  if (!same(percents, weightedPercents(table, weights)))
    wrong.push("the weighted shares don't follow from its table.");
  return wrong;
}

function scaleOf({ items }: Edition, { item, part }: { item: string; part: string }): OrdinalScale | null {
  const scale = items.find(({ id }) => id === item)?.parts.find(({ id }) => id === part)?.scale;
  return scale?.kind === "ordinal" ? scale : null;
}

/** The categories that a side of the table can have, by how many there are. */
const fitting = (scale: OrdinalScale, length: number): readonly Category[] | undefined =>
  [pointsOf(scale), sidesOf(scale)].find((categories) => categories.length === length);
