import { describe, expect, it } from "vitest";
import { type AddedLater, nobodyAdded } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import { type Attrition, auditAttrition, nothingHeldBack, verdictsThatFlip } from "@/delphi/attrition";
import { readAttrition } from "@/delphi/attrition-reading";
import type { Protocol } from "@/delphi/protocol";
import { releasedSets } from "@/delphi/released-sets";
import { fc } from "../draws";
import { anOption, aProtocol, aRound, aScenario, type Said, saying, shownOf } from "./a-round";

const option = anOption("visas");

/** A round in which those who said nothing did not take part. */
function taken(round: number, said: readonly Said[], item = option) {
  const full = aRound(round, item, said);
  return { ...full, seats: full.seats.filter((seat) => seat.values.size > 0) };
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const gone = (count: number) => times(count, undefined);

function audit(
  earlier: readonly (number | null | undefined)[],
  later: readonly (number | null | undefined)[],
  k = 5,
) {
  return auditOf(aProtocol(), taken(1, saying(...earlier)), taken(2, saying(...later)), k);
}

/** After disclosure control has decided which figures of the two rounds are shown. */
function auditOf(
  protocol: Protocol,
  earlier: RoundAnswers,
  later: RoundAnswers,
  k: number,
  added: AddedLater = nobodyAdded,
) {
  if (k === 1) return auditAttrition(protocol, earlier, later, nothingHeldBack);
  const declared = { ...protocol, minimumGroup: k };
  const figures = shownOf(declared, [earlier, later], added);
  const released = releasedSets([earlier, later], figures);
  return auditAttrition(declared, earlier, later, { k, released, added });
}
const only = (one: Attrition) => one.parts[0]!;

describe("who left", () => {
  it("is counted against those who answered the round before, and those who came are told apart", () => {
    const one = audit([4, 4, 4, 4, 4, 4, undefined], [4, 4, 4, 4, 4, undefined, 3]);
    expect(one).toMatchObject({ round: 2, since: 1, before: 6, left: 1, joined: 1 });
  });

  it("is compared with who stayed, item by item, on the answers of the earlier round", () => {
    const earlier = [...times(12, 4), 2, 2, 2, 1, 1, 1, 2, 2];
    const later = [...times(12, 4), 2, 2, 2, ...gone(5)];
    expect(only(audit(earlier, later))).toMatchObject({
      comparison: { nLeft: 5, nStayed: 15, medianLeft: 1, medianStayed: 4, difference: -3 },
      comparisonNotTold: null,
    });
  });

  it("shows that the dissenters were lost: they stood 65% of the scale from the panel, the others 10%", () => {
    const earlier = [...times(12, 4), 2, 2, 2, 1, 1, 1, 2, 2];
    const { distance } = audit(earlier, [...times(12, 4), 2, 2, 2, ...gone(5)]);
    expect(distance!.left).toBeCloseTo(65, 9);
    expect(distance!.stayed).toBeCloseTo(10, 9);
    expect(distance!.p!).toBeLessThan(0.05);
  });

  it("is told by group where each group is large enough, and a share that moved by more than 10 points is flagged", () => {
    const group = (stratum: string, count: number, value?: number): Said[] =>
      times(count, { stratum, value });
    const earlier = taken(1, [...group("east", 10, 4), ...group("west", 10, 4)]);
    const later = taken(2, [...group("east", 10, 4), ...group("west", 5, 4), ...group("west", 5)]);
    const { groups, groupsDiffer } = auditOf(aProtocol(["east", "west"]), earlier, later, 5);
    expect(groups[0]).toMatchObject({ stratum: "east", before: 10, left: 0, shareBefore: 50, moved: true });
    expect(groups[1]).toMatchObject({ stratum: "west", before: 10, left: 5, moved: true });
    expect(groups[1]!.shareNow).toBeCloseTo(33.333, 3);
    // Of the ways to choose the 5 leavers among 20, 2 · C(10, 5) = 504 of 15,504 leave one group whole.
    expect(groupsDiffer!.p).toBeCloseTo(504 / 15504, 9);
    const few = auditOf(aProtocol(["east", "west"]), earlier, later, 6);
    expect(few.groups[1]).toMatchObject({ before: null, left: null, moved: null });
    expect(few).toMatchObject({ groupsDiffer: null, groupsNotTold: "fewer-than-k" });
  });
});

describe("a verdict, if those who left had stayed", () => {
  it("holds whatever three of 24 had answered: 19 of 24 at the top is still agreement", () => {
    const one = audit(times(24, 4), [...times(19, 5), 1, 1, ...gone(3)]);
    expect(only(one)).toMatchObject({
      assuming: "any-answer",
      verdict: { met: true },
      best: { met: true },
      worst: { met: true },
      flips: false,
    });
    expect(readAttrition(one)).toMatchObject({ key: "attrition.none", values: { left: 3, before: 24 } });
  });

  it("depends on three of 24 where 16 of 21 agree: 16 of 24 would be too few", () => {
    const one = audit(times(24, 4), [...times(16, 5), ...times(5, 1), ...gone(3)]);
    expect(only(one)).toMatchObject({
      verdict: { met: true },
      best: { met: true },
      worst: { met: false },
      flips: true,
    });
    expect(readAttrition(one)).toMatchObject({ key: "attrition.some", values: { count: 1 } });
  });

  it("is judged on the leavers' own side where enough of them left, and with their last answers", () => {
    const one = audit([...times(12, 4), 2, 2, 2, 1, 1, 1, 2, 2], [...times(12, 4), 2, 2, 2, ...gone(5)]);
    expect(only(one)).toMatchObject({
      assuming: "own-side",
      verdict: { met: true },
      completers: { met: true },
      carriedForward: { met: false },
      best: { met: false },
      worst: { met: false },
      flips: true,
    });
    expect(verdictsThatFlip(one)).toHaveLength(1);
  });

  it("can be better than the panel's where those who left stood with the majority", () => {
    const one = audit(
      [...times(10, 4), ...times(5, 2), ...times(6, 5)],
      [...times(10, 4), ...times(5, 2), ...gone(6)],
    );
    expect(only(one)).toMatchObject({
      verdict: { met: false },
      best: { met: true },
      carriedForward: { met: true },
    });
  });

  it("is not there for items without a rule of agreement or asked in other words before", () => {
    const scenario = aScenario("thaw");
    const [part] = auditOf(
      aProtocol(),
      taken(1, saying(10, 20), scenario),
      taken(2, saying(10), scenario),
      1,
    ).parts;
    expect(part).toMatchObject({ verdict: { met: null, notTold: "no-rule" }, flips: null });
    const reworded = { ...option, wording: 2 };
    const none = auditOf(aProtocol(), taken(1, saying(4, 4)), taken(2, saying(4, 4), reworded), 1);
    expect(none.parts).toEqual([]);
  });
});

describe("what is not told", () => {
  it("is everything that rests on the answers of fewer than k who left", () => {
    const one = audit(times(24, 4), [...times(21, 4), ...gone(3)]);
    expect(one).toMatchObject({ distance: null, distanceNotTold: "fewer-than-k" });
    expect(only(one)).toMatchObject({
      comparison: null,
      comparisonNotTold: "fewer-than-k",
      carriedForward: { met: null, notTold: "fewer-than-k" },
    });
  });

  it("does not change with what fewer than k leavers had answered", () => {
    const later = [...times(16, 5), ...times(5, 1), ...gone(4)];
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 4, maxLength: 4 });
    const told = (leavers: readonly number[]) => {
      const { parts, distance } = audit([...times(21, 4), ...leavers], later);
      return { parts, distance };
    };
    const before = told([1, 1, 1, 1]);
    fc.assert(
      fc.property(answers, (leavers) => {
        expect(told(leavers)).toEqual(before);
      }),
    );
  });

  it("is whether the few who left had passed over a question", () => {
    const later = [...times(18, 5), ...times(5, 1), ...gone(1)];
    const told = (leaver: number | null) => audit([...times(23, 4), leaver], later).parts;
    expect(told(null)).toEqual(told(1));
  });

  it("is a group that is left when the others are taken from the whole panel", () => {
    const group = (stratum: string, count: number, value?: number): Said[] =>
      times(count, { stratum, value });
    const earlier = taken(1, [...group("a", 12, 4), ...group("b", 8, 4), ...group("c", 3, 4)]);
    const later = taken(2, [
      ...group("a", 12, 4),
      ...group("b", 8, 4),
      ...group("c", 2, 4),
      ...group("c", 1),
    ]);
    const { groups } = auditOf(aProtocol(["a", "b", "c"]), earlier, later, 5);
    expect(groups.map(({ before }) => before)).toEqual([12, null, null]);
  });

  it("counts nobody towards k who was added while there were answers", () => {
    const [earlier, later] = [taken(1, saying(...times(7, 4))), taken(2, saying(...times(7, 4)))];
    const told = (added: AddedLater) => only(auditOf(aProtocol(), earlier, later, 5, added)).verdict;
    expect(told(nobodyAdded)).toEqual({ met: true, notTold: null });
    for (const round of [1, 2])
      expect(told(new Map([[round, new Map([[null, 4]])]]))).toEqual({ met: null, notTold: "fewer-than-k" });
  });

  it("is the verdict on completers where only a few others came", () => {
    const one = audit([...times(20, 4), undefined], [...times(20, 4), 1]);
    expect(only(one).completers).toEqual({ met: null, notTold: "would-reveal-a-smaller-group" });
  });

  it("is the comparison where a few of those who stayed left this part open", () => {
    const one = audit(times(20, 4), [...times(13, 4), null, null, ...gone(5)]);
    expect(only(one).comparisonNotTold).toBe("would-reveal-a-smaller-group");
  });

  it("is nothing where no k is applied, as with data of one's own", () => {
    const one = audit([4, 4, 4, 1], [4, 4, 4, undefined], 1);
    expect(one.distance).not.toBeNull();
    expect(only(one)).toMatchObject({ assuming: "own-side", comparison: { nLeft: 1, medianLeft: 1 } });
  });
});

describe("for any panel", () => {
  const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1, maxLength: 14 });

  it("best, worst and every other case are the verdict itself when nobody left", () => {
    fc.assert(
      fc.property(answers, (values) => {
        const { verdict, best, worst, carriedForward, completers, flips } = only(audit(values, values, 1));
        for (const one of [best, worst, carriedForward, completers]) expect(one).toEqual(verdict);
        expect(flips).toBe(false);
      }),
    );
  });

  it("the case with last answers lies between worst and best", () => {
    fc.assert(
      fc.property(answers, fc.nat(13), (values, leavers) => {
        const later = values.map((value, at) => (at < leavers ? undefined : value));
        if (later.every((value) => value === undefined)) return;
        const { best, worst, carriedForward } = only(audit(values, later, 1));
        if (carriedForward.met) expect(best.met).toBe(true);
        else expect(worst.met).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of the experts", () => {
    fc.assert(
      fc.property(answers, fc.nat(13), (values, leavers) => {
        const later = values.map((value, at) => (at < leavers ? undefined : value));
        expect(audit(values.toReversed(), later.toReversed(), 3)).toEqual(audit(values, later, 3));
      }),
      { numRuns: 60 },
    );
  });
});
