import { describe, expect, it } from "vitest";
import { analyseRound } from "@/delphi/analysis";
import { type Item, sameWording } from "@/delphi/item";
import { applyEdits, type ItemEdit } from "@/delphi/item-edit";
import { changesOf, comparableFrom, type ItemChange, itemsIn, itemsInUse } from "@/delphi/lineage";
import { fc } from "../draws";
import { anOption, aProtocol, aRound, aScenario, saying } from "./a-round";

const [bridge, ferry, tunnel] = [anOption("bridge"), anOption("ferry"), anOption("tunnel")];
const items = [bridge, ferry, tunnel];
const reason = "Several experts asked what was meant.";

const apply = (edits: readonly ItemEdit[], round = 2, lineage: readonly ItemChange[] = [], now = items) => {
  const result = applyEdits(now, lineage, edits, round, []);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};
const refusal = (...edits: ItemEdit[]) => {
  const result = applyEdits(items, [], edits, 2, []);
  return result.ok ? null : result.refusal;
};
const reword = (item: Item, title: string, substance: boolean): ItemEdit => ({
  kind: "reword",
  item: { ...item, title },
  substance,
  reason,
});
const split: ItemEdit = {
  kind: "split",
  item: "ferry",
  into: [anOption("car-ferry"), anOption("foot-ferry")],
  reason,
};
const merge: ItemEdit = { kind: "merge", items: ["bridge", "tunnel"], into: anOption("crossing"), reason };
const ids = (those: readonly Item[]) => those.map((item) => item.id);

describe("an item's lineage", () => {
  it("keeps the former wording of a reworded item, which goes on under its id", () => {
    const { items: now, changes } = apply([reword(bridge, "A bridge for cars", true)]);
    expect(now[0]).toEqual({ ...bridge, title: "A bridge for cars", wording: 2 });
    expect(changes).toEqual([
      {
        round: 2,
        kind: "reworded",
        from: ["bridge"],
        into: ["bridge"],
        substance: true,
        by: "facilitator",
        reason,
        before: bridge,
      },
    ]);
  });

  it("puts what an item was split into where it stood, and asks the old one no more", () => {
    const { items: now, changes } = apply([split]);
    expect(ids(now)).toEqual(["bridge", "ferry", "car-ferry", "foot-ferry", "tunnel"]);
    expect(ids(itemsInUse(now, changes))).toEqual(["bridge", "car-ferry", "foot-ferry", "tunnel"]);
    expect(changesOf("ferry", changes)).toHaveLength(1);
    expect(changesOf("car-ferry", changes)).toHaveLength(1);
    expect(changesOf("bridge", changes)).toHaveLength(0);
  });

  it("merges two items into one and keeps both for their figures", () => {
    const { items: now, changes } = apply([merge]);
    expect(ids(now)).toEqual(["bridge", "ferry", "tunnel", "crossing"]);
    expect(ids(itemsInUse(now, changes))).toEqual(["ferry", "crossing"]);
  });

  it("adds an item that the panel proposed after the last of its kind, with where it came from", () => {
    const scenario = aScenario("flood");
    const add: ItemEdit = { kind: "add", item: anOption("ford"), question: "missing", reason };
    const { items: now, changes } = apply([add], 2, [], [...items, scenario]);
    expect(ids(now)).toEqual(["bridge", "ferry", "tunnel", "ford", "flood"]);
    expect(changes[0]).toMatchObject({ kind: "added", by: "panel", from: ["missing"], into: ["ford"] });
    expect(ids(itemsInUse(now, changes))).toContain("ford");
  });

  it("gives back the items of every earlier round, whatever was done since", () => {
    const pool: ItemEdit[] = [
      reword(bridge, "A bridge for cars", true),
      { kind: "retire", item: "tunnel", reason },
      split,
      { kind: "add", item: anOption("ford"), question: null, reason },
    ];
    fc.assert(
      fc.property(fc.subarray(pool), fc.subarray(pool), (second, third) => {
        const first = apply(second, 2);
        const later = third.filter((edit) => !second.includes(edit));
        const last = apply(later, 3, first.changes, [...first.items]);
        const lineage = [...first.changes, ...last.changes];
        expect(itemsIn(1, last.items, lineage)).toEqual(items);
        expect(itemsIn(2, last.items, lineage)).toEqual(first.items);
        expect(itemsIn(3, last.items, lineage)).toEqual(last.items);
      }),
    );
  });

  it("says which proposals of the locked rules were followed", () => {
    const proposals = [
      { item: "bridge", proposal: "reword", because: "few-could-answer" },
      { item: "tunnel", proposal: "retire", because: "out-by-rule" },
    ] as const;
    const edits: ItemEdit[] = [
      reword(bridge, "A bridge for cars", false),
      { kind: "retire", item: "tunnel", reason },
      split,
    ];
    const result = applyEdits(items, [], edits, 2, proposals);
    expect(result.ok && result.value.changes.map((change) => change.by)).toEqual([
      "rules",
      "rules",
      "facilitator",
    ]);
  });
});

describe("edits that do not fit", () => {
  it("are refused by name, and nothing is changed", () => {
    const retire = (item: string): ItemEdit => ({ kind: "retire", item, reason });
    expect(refusal(retire("ghost"))).toBe("unknown-item");
    expect(refusal(retire("ferry"), split)).toBe("edited-twice");
    expect(refusal({ kind: "add", item: anOption("ferry"), question: null, reason })).toBe("two-items-alike");
    expect(refusal(reword(bridge, bridge.title, true))).toBe("nothing-reworded");
    expect(refusal({ ...merge, into: aScenario("flood") })).toBe("kinds-differ");
    const seven = { ...bridge, parts: [{ ...bridge.parts[0]!, scale: { kind: "probability" as const } }] };
    expect(refusal(reword(seven, "Likely?", true))).toBe("another-scale");
  });

  it("cannot be about an item that was retired before", () => {
    const { items: now, changes } = apply([{ kind: "retire", item: "ferry", reason }]);
    const again = applyEdits(now, changes, [split], 3, []);
    expect(again).toMatchObject({ ok: false, refusal: "unknown-item" });
  });
});

describe("a change of substance", () => {
  const asked = (change: ItemEdit) => apply([change]).items[0]!;

  it("stops the pairing of rounds, a minor one does not", () => {
    const same = [4, 4, 5, 2, 4];
    const before = aRound(1, bridge, saying(...same));
    const stability = (item: Item) =>
      analyseRound(aProtocol(), aRound(2, item, saying(...same)), [before])[0]!.stability;
    expect(stability(asked(reword(bridge, "A bridge, for cars", false)))).toMatchObject({
      since: 1,
      met: true,
    });
    expect(stability(asked(reword(bridge, "A bridge for trains", true)))).toBeNull();
  });

  it("pairs again from the new wording on", () => {
    const worded = asked(reword(bridge, "A bridge for trains", true));
    const rounds = [aRound(1, bridge, saying(1, 1)), aRound(2, worded, saying(5, 5))];
    const [figure] = analyseRound(aProtocol(), aRound(3, worded, saying(5, 5)), rounds);
    expect(figure!.stability).toMatchObject({ since: 2, met: true });
  });

  it("is another deadline of a scenario, whatever the facilitator calls it", () => {
    const scenario = { ...aScenario("flood"), until: "2027-01-01", resolvesIf: "The gauge says so." };
    const edit: ItemEdit = {
      kind: "reword",
      item: { ...scenario, until: "2028-01-01" },
      substance: false,
      reason,
    };
    const result = applyEdits([scenario], [], [edit], 2, []);
    expect(result.ok && result.value.changes[0]).toMatchObject({ substance: true });
    expect(result.ok && sameWording(result.value.items[0]!, scenario)).toBe(false);
  });

  it("tells from which round on figures can be compared", () => {
    const { changes } = apply([
      reword(bridge, "A bridge for trains", true),
      reword(ferry, "The ferry", false),
    ]);
    expect(comparableFrom("bridge", 1, changes)).toBe(1);
    expect(comparableFrom("bridge", 3, changes)).toBe(2);
    expect(comparableFrom("ferry", 3, changes)).toBe(1);
  });
});
