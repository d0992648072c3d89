import { describe, expect, it } from "vitest";
import { analyseRound, type RawFigure } from "@/delphi/analysis";
import type { Figure } from "@/delphi/figure";
import { strataToHold } from "@/delphi/strata";
import { fc } from "../draws";
import { anOption, aProtocol, aRound, aScenario, lastShownOf, type Said, saying } from "./a-round";

const K = 5;
const STRATA = ["research", "policy", "media"];
const option = anOption("visas");

const released = (said: readonly Said[], earlier?: readonly Said[], item = option) => {
  const protocol = aProtocol(STRATA);
  const before = earlier ? [aRound(1, item, earlier)] : [];
  const current = aRound(earlier ? 2 : 1, item, said);
  return {
    raw: analyseRound(protocol, current, before),
    figures: lastShownOf(protocol, [...before, current]),
  };
};

const inStratum = (stratum: string, count: number, value = 4): Said[] =>
  Array.from({ length: count }, () => ({ stratum, value }));

const of = (figures: readonly Figure[], stratum: string | null) =>
  figures.find((figure) => figure.stratum === stratum)!;

describe("disclosure", () => {
  it("shows nothing of a panel in which fewer than k answered", () => {
    const { figures } = released(inStratum("research", K - 1));
    expect(of(figures, null)).toEqual({
      withheld: "fewer-than-k",
      round: 1,
      item: "visas",
      part: "desirability",
      stratum: null,
    });
  });

  it("shows a stratum of k and withholds one below it", () => {
    const { figures } = released([...inStratum("research", 12), ...inStratum("policy", 5)]);
    expect(of(figures, "policy").withheld).toBeNull();
    expect(of(figures, "media").withheld).toBe("fewer-than-k");
  });

  it("withholds the next smallest stratum when subtraction would give a small one away", () => {
    const { figures } = released([
      ...inStratum("research", 12),
      ...inStratum("policy", 7),
      ...inStratum("media", 4),
    ]);
    expect(of(figures, "media").withheld).toBe("fewer-than-k");
    expect(of(figures, "policy").withheld).toBe("would-reveal-a-smaller-group");
    expect(of(figures, "research").withheld).toBeNull();
    expect(of(figures, null).withheld).toBeNull();
  });

  it("counts only those who answered: one abstention takes a stratum of five away", () => {
    const { figures } = released([
      ...inStratum("research", 12),
      ...inStratum("policy", 7),
      ...inStratum("media", 4),
      { stratum: "media", value: null },
    ]);
    expect(of(figures, "media").withheld).toBe("fewer-than-k");
  });

  it("rests the verdict on both rounds' totals when one expert answered only one of them", () => {
    const earlier = saying(...Array.from({ length: 24 }, () => 3));
    const { figures } = released(saying(...Array.from({ length: 23 }, () => 3), undefined), earlier);
    const whole = of(figures, null);
    expect(whole.withheld === null && whole.stability).toEqual({
      since: 1,
      met: true,
      base: "totals",
      pairs: null,
      figures: { netChangePercent: 0 },
      pairCounts: null,
      table: null,
      held: { pairs: "would-reveal-a-smaller-group", table: "would-reveal-a-smaller-group" },
    });
  });

  it("shows figures of change, and what they rest on, when everybody answered both rounds", () => {
    const same = saying(...Array.from({ length: 24 }, () => 3));
    const whole = of(released(same, same).figures, null);
    expect(whole.withheld === null && whole.stability).toMatchObject({
      base: "pairs",
      pairs: 24,
      figures: { netChangePercent: 0 },
      pairCounts: { earlier: [0, 0, 24, 0, 0], later: [0, 0, 24, 0, 0] },
      held: { pairs: null, table: null },
    });
  });

  it("shows only the median of probabilities below twelve answers, and never their distribution", () => {
    const scenario = aScenario("thaw");
    const few = of(
      released(saying(...Array.from({ length: 11 }, () => 40)), undefined, scenario).figures,
      null,
    );
    expect(few).toMatchObject({ median: 40, q1: null, q3: null, iqr: null, counts: null });
    const more = of(
      released(saying(...Array.from({ length: 12 }, () => 40)), undefined, scenario).figures,
      null,
    );
    expect(more).toMatchObject({ median: 40, q1: 40, q3: 40, iqr: 0, counts: null });
  });

  const said = fc.record({
    stratum: fc.constantFrom("research", "policy", "media", undefined),
    value: fc.constantFrom(1, 2, 3, 4, 5, null, undefined),
  });

  it("releases no sets of experts that differ by fewer than k, whatever the panel", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 40 }), fc.array(said, { maxLength: 40 }), (earlier, later) => {
        const { raw, figures } = released(later, earlier);
        const shown = raw.filter((one) => of(figures, one.stratum).withheld === null);
        expect(shown.every((one) => one.n >= K)).toBe(true);
        expect(differences(shown).every((difference) => difference === 0 || difference >= K)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("puts no number beside a withheld figure", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (answers) => {
        for (const figure of released(answers).figures)
          if (figure.withheld !== null)
            expect(Object.keys(figure).sort()).toEqual(["item", "part", "round", "stratum", "withheld"]);
      }),
    );
  });
});

/** Experts in the panel but in none of a set of shown strata: what a subtraction would single out. */
function differences(shown: readonly RawFigure[]): number[] {
  const panel = shown.find((one) => one.stratum === null);
  const strata = shown.filter((one) => one.stratum !== null);
  if (!panel) return [];
  return Array.from({ length: 2 ** strata.length }, (_, mask) =>
    strata.reduce((left, one, at) => (mask & (1 << at) ? left - one.n : left), panel.n),
  );
}

describe("the strata that seats may hold", () => {
  it("leave nobody alone without one", () => {
    const roll = fc.array(
      fc.tuple(fc.constantFrom("a", "b", "c", "d", null), fc.integer({ min: 0, max: 20 })),
    );
    fc.assert(
      fc.property(roll, (entries) => {
        const onRoll = new Map(entries);
        const held = strataToHold(K, onRoll);
        const without = [...onRoll].reduce(
          (sum, [stratum, people]) => (held.has(stratum!) ? sum : sum + people),
          0,
        );
        expect(without === 0 || without >= K || held.size === 0).toBe(true);
        expect([...onRoll].every(([stratum, people]) => !held.has(stratum!) || people >= K)).toBe(true);
      }),
    );
  });

  it("are all of 12, 7 and 5 with k = 5, and only the largest of 12, 7 and 4", () => {
    const roll = (media: number) =>
      new Map([
        ["research", 12],
        ["policy", 7],
        ["media", media],
      ]);
    expect([...strataToHold(K, roll(5))]).toEqual(["research", "policy", "media"]);
    expect([...strataToHold(K, roll(4))]).toEqual(["research"]);
  });
});
