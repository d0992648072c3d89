import { describe, expect, test } from "vitest";
import { type AddedLater, nobodyAdded } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import { analyseRound } from "@/delphi/analysis";
import { withConfidence } from "@/delphi/confidence-disclosure";
import { disclose, figuresToShow } from "@/delphi/disclosure";
import type { Figure } from "@/delphi/figure";
import { anOption, aProtocol } from "@/tests/delphi/a-round";
import { sure } from "@/tests/delphi/with-confidence";
import type { Equation } from "./equations";
import { seeded } from "./random-panels";
import { singledOut } from "./subtraction";

const PANELS = 4_000;
const BROKEN = 1_000;

const items = [anOption("visas"), anOption("trade"), anOption("sport"), sure];
const SURE = "sure/confidence";

type Panel = { readonly round: RoundAnswers; readonly strata: readonly string[]; readonly added: AddedLater };

/** 5 to 60 experts in up to three groups, who agree more or less, pass over some questions, and may leave out how sure they are. */
function randomPanel(random: () => number): Panel {
  const below = (limit: number) => Math.floor(random() * limit);
  const strata = ["a", "b", "c"].slice(0, below(4));
  const silent = items.map(() => (random() < 0.4 ? 0 : random() ** 3 * 0.5));
  const spread = 1 + below(5);
  const seats = Array.from({ length: 5 + below(56) }, (_, at) => ({
    seat: `seat-${at}`,
    stratum: strata[below(strata.length + 1)] ?? null,
    values: new Map<string, number | null>(
      items.flatMap((item, place): (readonly [string, number | null])[] => {
        const asked = `${item.id}/${item.parts[0]!.id}`;
        if (random() < silent[place]!) return random() < 0.5 ? [] : [[asked, null]];
        return [[asked, 1 + Math.min(4, below(spread) + below(2))]];
      }),
    ),
  }));
  const late = random() < 0.2 ? new Map([[1, new Map([[strata[0] ?? null, 1 + below(3)]])]]) : nobodyAdded;
  return { round: { round: 1, items, seats }, strata, added: late };
}

const panels = (count: number): Panel[] => {
  const random = seeded(20_270_213);
  return Array.from({ length: count }, () => randomPanel(random));
};

/** What the figures tell of how sure experts are: the sets that it is told of. */
function toldOfConfidence({ seats }: RoundAnswers, figures: readonly Figure[]): Equation[] {
  const answering = (place: string, stratum: string | null) =>
    new Set(
      seats
        .filter((seat) => (stratum === null || seat.stratum === stratum) && seat.values.get(place) != null)
        .map(({ seat }) => seat),
    );
  return figures.flatMap((figure): Equation[] => {
    if (figure.withheld !== null) return [];
    const place = `${figure.item}/${figure.part}`;
    const ofItself = place === SURE;
    const ofAnswers = figure.weighted?.table != null;
    const experts = answering(place, figure.stratum);
    return ofItself || ofAnswers ? [{ about: "confidence", experts, counts: null }] : [];
  });
}

describe("answers weighted by confidence", () => {
  test(`over ${PANELS} random panels neither a cell nor a sum of tables tells how sure fewer than k experts are`, () => {
    const seen = {
      tables: 0,
      sides: 0,
      "small-cells": 0,
      "would-reveal-a-smaller-group": 0,
      "fewer-than-k": 0,
    };
    for (const { round, strata, added } of panels(PANELS)) {
      const protocol = aProtocol(strata);
      const figures = figuresToShow(protocol, round, [], [], added);
      expect(singledOut(protocol.minimumGroup, toldOfConfidence(round, figures))).toBeNull();
      for (const figure of figures) {
        if (figure.withheld !== null || !figure.weighted) continue;
        const { table, held, percents, weights } = figure.weighted;
        expect(figure.stratum === null && figure.item !== "sure").toBe(true);
        if (held !== null) {
          seen[held as keyof typeof seen] += 1;
          expect([table, percents, weights]).toEqual([null, null, null]);
          continue;
        }
        seen.tables += 1;
        if (table!.length === 3) seen.sides += 1;
        expect(table!.flat().filter((cell) => cell === 1 || cell === 2)).toEqual([]);
        expect(table!.flat().reduce((sum, cell) => sum + cell, 0)).toBe(figure.n);
        // Whoever answered said how sure they are: nobody's silence is told.
        const answered = round.seats.filter(
          ({ values }) => values.get(`${figure.item}/${figure.part}`) != null,
        );
        expect(answered.every(({ values }) => values.get(SURE) != null)).toBe(true);
      }
    }
    console.info("Weighted by confidence:", JSON.stringify(seen));
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  }, 300_000);

  test("the same sums find single experts where every table is looked at by itself", () => {
    let found = 0;
    for (const { round, strata, added } of panels(BROKEN)) {
      const protocol = aProtocol(strata);
      const shown = disclose(protocol, items, analyseRound(protocol, round, []), {
        released: new Map(),
        added,
      });
      const figures = items.slice(0, 3).flatMap(({ id }) => {
        const own = shown.filter(({ item }) => item === id);
        const everybody = round.seats.filter(({ values }) => values.get(SURE) != null);
        const alone = new Map([
          [
            `1:${SURE}`,
            [{ of: "answered", stratum: null, experts: new Set(everybody.map(({ seat }) => seat)) } as const],
          ],
        ]);
        return withConfidence(1, round, own, alone, added);
      });
      const sureFigures = shown.filter(({ item }) => item === "sure");
      if (singledOut(protocol.minimumGroup, toldOfConfidence(round, [...figures, ...sureFigures])))
        found += 1;
    }
    console.info("Each table by itself:", found, "of", BROKEN);
    expect(found).toBeGreaterThan(BROKEN / 20);
  });
});
