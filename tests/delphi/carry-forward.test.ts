import { describe, expect, it } from "vitest";
import { analyseRound } from "@/delphi/analysis";
import { proposeCarryForward, shouldStop } from "@/delphi/carry-forward";
import type { Item } from "@/delphi/item";
import type { Protocol } from "@/delphi/protocol";
import { itemsOut, outOfTheCoreSet } from "@/delphi/retirement";
import { anOption, aProtocol, aRound, lastShownOf, saying } from "./a-round";

const option = anOption("visas");
const question: Item = {
  id: "missing",
  kind: "open",
  title: "What is missing?",
  text: "",
  parts: [{ id: "text", question: "", scale: { kind: "text", maxLength: 500 } }],
  sources: [],
};
const confidence: Item = { ...anOption("confidence"), kind: "confidence" };
const items = [option, question, confidence];
const protocol = aProtocol();
const rewording: Protocol = { ...protocol, betweenRounds: { rewordAbove: 20, panelItems: true } };

function outcome(
  earlier: readonly (number | null)[] | null,
  later: readonly (number | null)[],
  protocol: Protocol = aProtocol(),
) {
  const before = earlier ? [aRound(1, option, saying(...earlier))] : [];
  const round = aRound(earlier ? 2 : 1, option, saying(...later));
  const figures = lastShownOf(protocol, [...before, round]);
  const asked = items.map((item) => item.id);
  return {
    proposals: new Map(proposeCarryForward(protocol, items, asked, figures).map((one) => [one.item, one])),
    stop: shouldStop(protocol, round.round, items, asked, figures),
  };
}

const same = [4, 4, 4, 4, 4, 3];

describe("the carry-forward proposal", () => {
  it("asks an item again after its first answers, since stability is not known", () => {
    expect(outcome(null, same).proposals.get("visas")).toMatchObject({
      proposal: "ask",
      because: "first-answers",
    });
  });

  it("settles an item whose answers held still, consensus or not", () => {
    expect(outcome(same, same).proposals.get("visas")).toMatchObject({
      proposal: "settled",
      because: "stable",
    });
    const split = [1, 1, 1, 5, 5, 5];
    expect(outcome(split, split).proposals.get("visas")).toMatchObject({ proposal: "settled" });
  });

  it("asks an item again whose answers moved", () => {
    expect(outcome(same, [1, 1, 4, 4, 4, 3]).proposals.get("visas")).toMatchObject({
      proposal: "ask",
      because: "not-stable-yet",
    });
  });

  it("asks confidence every round and an open question once", () => {
    const { proposals } = outcome(same, same);
    expect(proposals.get("confidence")?.proposal).toBe("ask");
    expect(proposals.get("missing")?.proposal).toBe("done");
  });

  it("proposes other words where more than a fifth could not answer, if the protocol says so", () => {
    const fifth = [4, 4, 4, 2, 2, 2, 3, 3, null, null];
    const more = [4, 4, 4, 2, 2, 2, 3, null, null, null];
    expect(outcome(null, more, rewording).proposals.get("visas")).toMatchObject({
      proposal: "reword",
      because: "few-could-answer",
    });
    expect(outcome(null, fifth, rewording).proposals.get("visas")).toMatchObject({ proposal: "ask" });
    expect(outcome(null, more).proposals.get("visas")).toMatchObject({ proposal: "ask" });
  });

  it("leaves a settled item in its words, whoever could not answer", () => {
    const steady = [4, 4, 4, 2, 2, 2, 3, null, null, null];
    expect(outcome(steady, steady, rewording).proposals.get("visas")).toMatchObject({ proposal: "settled" });
  });

  it("drops an outcome that 70% find unimportant and fewer than 15% critical, from k answers on", () => {
    const points = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({ value, label: `point ${value}` }));
    const outcomeItem: Item = {
      ...option,
      parts: [{ id: "importance", question: "", scale: { kind: "ordinal", points } }],
    };
    const rules = { option: { consensus: null, stability: null, retire: outOfTheCoreSet } };
    const out = (...values: number[]) => outBy({ ...protocol, rules }, ...values);
    const outBy = (declared: Protocol, ...values: number[]) => {
      const round = aRound(1, outcomeItem, saying(...values));
      return itemsOut(declared, round, lastShownOf(declared, [round]));
    };
    expect(out(1, 2, 2, 3, 3, 3, 3, 5, 6, 9)).toEqual(["visas"]);
    expect(out(1, 2, 2, 3, 3, 3, 4, 5, 6, 9)).toEqual([]);
    expect(out(1, 2, 2, 3, 3, 3, 3, 5, 8, 9)).toEqual([]);
    expect(out(1, 2, 3, 3)).toEqual([]);
    expect(outBy({ ...protocol, rules: {} }, 1, 1, 1, 1, 1)).toEqual([]);
    const [proposal] = proposeCarryForward(protocol, [option], ["visas"], [], ["visas"]);
    expect(proposal).toMatchObject({ proposal: "retire", because: "out-by-rule" });
    expect(shouldStop(protocol, 1, [option], ["visas"], [], ["visas"])).toBe(true);
  });

  it("keeps an item settled that was not asked", () => {
    const [settled] = proposeCarryForward(protocol, [option], [], []);
    expect(settled).toMatchObject({ proposal: "settled", because: "not-asked" });
  });
});

describe("the stopping rule", () => {
  it("stops after a round in which every item asked is stable", () => {
    expect(outcome(same, same).stop).toBe(true);
    expect(outcome(same, [1, 1, 4, 4, 4, 3]).stop).toBe(false);
  });

  it("stops after the last round that the protocol allows, stable or not", () => {
    expect(shouldStop(protocol, 3, items, ["visas"], [])).toBe(true);
    expect(shouldStop(protocol, 2, items, ["visas"], [])).toBe(false);
  });

  it("stops from the second round on where everything is steady or agreed, if the protocol says so", () => {
    const hybrid = { ...protocol, stopping: "hybrid" as const };
    const stopsAfter = (round: number, ...values: number[]) => {
      const figures = analyseRound(protocol, aRound(round, option, saying(...values)), [
        aRound(1, option, saying(1, 1, 1, 1)),
      ]);
      return shouldStop(hybrid, round, items, ["visas"], figures);
    };
    expect(stopsAfter(2, 4, 4, 5, 4)).toBe(true);
    expect(stopsAfter(1, 4, 4, 5, 4)).toBe(false);
    expect(stopsAfter(2, 4, 4, 2, 1)).toBe(false);
    expect(stopsAfter(2, 1, 1, 1, 1)).toBe(true);
  });

  it("waits for the last round where the protocol fixes their number", () => {
    expect(shouldStop({ ...protocol, stopping: "fixed" }, 2, [], [], [])).toBe(false);
  });
});
