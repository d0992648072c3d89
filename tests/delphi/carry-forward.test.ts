import { describe, expect, it } from "vitest";
import { analyseRound } from "@/delphi/analysis";
import { proposeCarryForward, shouldStop } from "@/delphi/carry-forward";
import { disclose } from "@/delphi/disclosure";
import type { Item } from "@/delphi/item";
import { anOption, aProtocol, aRound, saying } from "./a-round";

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

function outcome(earlier: readonly number[] | null, later: readonly number[]) {
  const before = earlier ? [aRound(1, option, saying(...earlier))] : [];
  const round = aRound(earlier ? 2 : 1, option, saying(...later));
  const figures = disclose(protocol, items, analyseRound(protocol, round, before));
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

  it("waits for the last round where the protocol fixes their number", () => {
    expect(shouldStop({ ...protocol, stopping: "fixed" }, 2, [], [], [])).toBe(false);
  });
});
