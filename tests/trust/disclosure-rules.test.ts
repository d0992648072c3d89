import { describe, expect, test } from "vitest";
import { nobodyAdded } from "@/delphi/added-later";
import { analyseRound } from "@/delphi/analysis";
import { disclose } from "@/delphi/disclosure";
import { type Figure, figureOf } from "@/delphi/figure";
import { releasedSets } from "@/delphi/released-sets";
import { netChangeOfTotals } from "@/delphi/statistics/net-change-of-totals";
import { shownOf } from "@/tests/delphi/a-round";
import { type Equation, equationsOf, truth } from "./equations";
import { type Panel, randomPanel, seeded } from "./random-panels";
import { differencesBelow, singledOut } from "./subtraction";

const PANELS = 10_000;
/** The broken variants are attacked on fewer panels: enough to see the attack succeed many times. */
const BROKEN = 1_500;

const panels = (count: number): Panel[] => {
  const random = seeded(20_261_125);
  return Array.from({ length: count }, () => randomPanel(random));
};

const shown = ({ protocol, rounds, added }: Panel): readonly Figure[] => shownOf(protocol, rounds, added);

describe("disclosure rules", () => {
  test(`over ${PANELS} random panels no figure, no difference and no sum of figures is about fewer than k experts`, () => {
    const seen = { panels: 0, figures: 0, withheld: 0, ofPairs: 0, onTotals: 0, tables: 0 };
    for (const panel of panels(PANELS)) {
      const { protocol, item, rounds } = panel;
      const k = protocol.minimumGroup;
      const figures = shown(panel);
      const equations = equationsOf(item, rounds, figures);
      const small = equations.filter((one) => one.experts.size < k || uncounted(panel, one) < k);
      if (small.length > 0 || hasClosePair(k, equations) || singledOut(k, equations))
        expect.fail(`${JSON.stringify(small)} ${describePanel(panel)}`);
      for (const figure of figures) holdsNothingBack(panel, figures, figure, seen);
      seen.panels += 1;
    }
    console.info("Disclosure rules:", JSON.stringify(seen));
    expect(seen.panels).toBe(PANELS);
    expect(Math.min(seen.withheld, seen.ofPairs, seen.onTotals, seen.tables)).toBeGreaterThan(100);
  }, 300_000);

  test("the same attack finds single experts where each group is looked at by itself", () => {
    const found = attack(({ protocol, rounds }) =>
      rounds.flatMap((round, at) =>
        analyseRound(protocol, round, rounds.slice(0, at)).flatMap((raw): Figure[] => {
          const { answered, submitted, both, onTotals, ...figure } = raw;
          return raw.n >= protocol.minimumGroup ? [figure] : [];
        }),
      ),
    );
    console.info("Each group by itself:", JSON.stringify(found));
    expect(found.panels).toBeGreaterThan(BROKEN / 10);
    expect(found.recovered).toBeGreaterThan(BROKEN / 10);
    expect(found.wrong).toBe(0);
  });

  test("and where a round forgets what the rounds before it released", () => {
    const found = attack(({ protocol, rounds, added }) => {
      const released: Figure[] = [];
      for (const [at, round] of rounds.entries()) {
        const earlier = rounds.slice(0, at);
        const register = [...releasedSets(earlier, released)].map(
          ([place, sets]) => [place, sets.filter((set) => set.of === "answered")] as const,
        );
        const raw = analyseRound(protocol, round, earlier);
        released.push(...disclose(protocol, round.items, raw, { released: new Map(register), added }));
      }
      return released;
    });
    console.info("A forgetful round:", JSON.stringify(found));
    expect(found.panels).toBeGreaterThan(0);
  });

  test("and where those who were added later count like everybody", () => {
    const fooled = panels(BROKEN).filter((panel) => {
      const figures = shownOf(panel.protocol, panel.rounds, nobodyAdded);
      const equations = equationsOf(panel.item, panel.rounds, figures);
      return equations.some((one) => uncounted(panel, one) < panel.protocol.minimumGroup);
    });
    console.info("Added later and counted:", fooled.length, "of", BROKEN);
    expect(fooled.length).toBeGreaterThan(BROKEN / 100);
  });
});

/** Runs the subtractions against what a broken gate lets through; `wrong` are answers that were not recovered rightly. */
function attack(gate: (panel: Panel) => readonly Figure[]) {
  const found = { of: BROKEN, panels: 0, recovered: 0, wrong: 0 };
  for (const panel of panels(BROKEN)) {
    const k = panel.protocol.minimumGroup;
    const equations = equationsOf(panel.item, panel.rounds, gate(panel));
    if (!singledOut(k, equations)) continue;
    found.panels += 1;
    for (const { about, experts, counts } of differencesBelow(k, equations)) {
      const round = panel.rounds.find((one) => about === `answers in ${one.round}`);
      if (!round) continue;
      const right = counts.join() === truth(panel.item, round, experts).join();
      found[right ? "recovered" : "wrong"] += 1;
    }
  }
  return found;
}

/** The experts of an equation without those who joined that round too late. */
function uncounted({ late }: Panel, { about, experts }: Equation): number {
  const joined = late.get(Number(about.split(" ").at(-1))) ?? new Set<string>();
  return [...experts].filter((seat) => !joined.has(seat)).length;
}

const hasClosePair = (k: number, equations: readonly Equation[]): boolean =>
  equations.some((one) =>
    equations.some((other) => {
      if (other.about !== one.about) return false;
      const shared = [...one.experts].filter((seat) => other.experts.has(seat)).length;
      const apart = one.experts.size + other.experts.size - 2 * shared;
      return apart > 0 && apart < k;
    }),
  );

type Seen = { figures: number; withheld: number; ofPairs: number; onTotals: number; tables: number };

/** A withheld row has no number, a table no small cell, and a verdict on totals follows from what is shown anyway. */
function holdsNothingBack({ item }: Panel, figures: readonly Figure[], figure: Figure, seen: Seen): void {
  if (figure.withheld !== null) {
    seen.withheld += 1;
    expect(Object.keys(figure).sort().join()).toBe("item,part,round,stratum,withheld");
    return;
  }
  seen.figures += 1;
  const { stability } = figure;
  if (item.kind === "scenario" && (figure.counts || stability?.pairCounts || stability?.table))
    expect.fail("A fine distribution was shown.");
  if (stability?.table?.flat().some((cell) => cell === 1 || cell === 2))
    expect.fail("A small cell was shown.");
  if (stability?.table) seen.tables += 1;
  if (stability?.pairs != null) seen.ofPairs += 1;
  if (stability?.base !== "totals" || item.kind === "scenario") return;
  seen.onTotals += 1;
  const ofRound = figures.filter((one) => one.round === stability.since);
  const before = figureOf(ofRound, figure.item, figure.part, figure.stratum);
  if (before?.withheld !== null) throw new Error("A verdict rests on a withheld round.");
  const { netChangePercent } = netChangeOfTotals.compute({
    earlierCounts: before.counts!,
    laterCounts: figure.counts!,
  });
  expect(stability.figures).toEqual({ netChangePercent });
  // As rules compare: equal to 9 decimals is equal.
  expect(stability.met).toBe(netChangePercent! < 15 - 5e-10);
}

const describePanel = ({ rounds, protocol }: Panel): string =>
  JSON.stringify({
    k: protocol.minimumGroup,
    rounds: rounds.map(({ seats }) => seats.map(({ seat, stratum, values }) => [seat, stratum, ...values])),
  });
