import { describe, expect, test } from "vitest";
import type { SeatAnswers } from "@/delphi/analysis";
import { canonical } from "@/delphi/canonical";
import { orderAgreement } from "@/delphi/definitions/special-agreement";
import type { Item } from "@/delphi/item";
import { policyDelphi, withUsualRules } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { aChoice } from "../delphi/a-choice";
import { anAllocation, aRanking } from "../delphi/a-ranking";
import { anOption, aScenario } from "../delphi/a-round";
import { anEstimate } from "../delphi/an-estimate";
import { aBundle, faultsOf, packed, textOf, verified } from "./a-bundle";

const items: readonly Item[] = [
  anOption("bridge"),
  aScenario("flood"),
  aRanking,
  anAllocation,
  aChoice("one"),
  anEstimate(),
];
const CROSSINGS = ["bridge", "ferry", "tunnel"];
const ORDERS = [
  [1, 2, 3],
  [2, 1, 3],
  [1, 3, 2],
] as const;
const MONEY = [
  [50, 30, 20],
  [60, 30, 10],
  [40, 40, 20],
] as const;

/** Thirty experts of two groups; six of each leave after the first round, and nobody else's middle moves much. */
const seats = (round: number): SeatAnswers[] =>
  Array.from({ length: round === 0 ? 30 : 18 }, (_, at) => {
    const third = (at + round) % 3;
    const values: [string, number][] = [
      ["bridge/desirability", at % 2 === 0 ? 2 : 4],
      ["flood/probability", ((at * 5 + round) % 21) * 5],
      ["crossing/other", 0],
      ["capacity/low", 10 + third],
      ["capacity/high", 20 + third + round],
      ["capacity/best", 14 + third],
      ["capacity/confidence", 80],
    ];
    CROSSINGS.forEach((one, place) => {
      values.push([`order/${one}`, ORDERS[third]![place]!], [`money/${one}`, MONEY[third]![place]!]);
      values.push([`crossing/${one}`, place === third ? 1 : 0]);
    });
    return { seat: `seat-${at}`, stratum: at % 2 ? "east" : "west", values: new Map(values) };
  });

const protocol = (["choice", "ranking", "allocation", "estimate"] as const).reduce<Protocol>(
  (so, kind) => withUsualRules(so, kind, items) ?? so,
  { ...policyDelphi, strata: ["east", "west"].map((id) => ({ id, title: id })) },
);
const played = (changes: Partial<Protocol> = {}) =>
  aBundle({ protocol: { ...protocol, ...changes }, items, rounds: [seats(0), seats(1)] });

// biome-ignore lint/suspicious/noExplicitAny: a forger writes what no type allows.
type Forged = any;
type Place = readonly [round: number, item: string, part: string];

const files = played();

/** As a careful forger would: everything that follows from the changed edition is made anew, digests included. */
function forged(change: (edition: Forged) => void, from = files): readonly string[] {
  const edition = JSON.parse(textOf(from, "edition.json"));
  change(edition);
  const report = verified(packed(canonical(edition), new Map(), textOf(from, "protocol.json")));
  expect(report.holds).toBe(faultsOf(report).length === 0);
  return faultsOf(report);
}

const at = (edition: Forged, [round, item, part]: Place): Forged =>
  edition.rounds[round].figures.find(
    (one: Forged) => one.item === item && one.part === part && one.stratum === null,
  );

const BRIDGE: Place = [1, "bridge", "desirability"];
const FIRST: Place = [0, "order", "bridge"];
const MIDDLE: Place = [1, "money", "ferry"];
const BEST: Place = [1, "capacity", "best"];
const CHANCE: Place = [0, "flood", "probability"];

test("an edition of every kind of question holds as it is", () => {
  expect(forged(() => {})).toEqual([]);
  expect(forged(() => {}, played({ showsIntervals: true }))).toEqual([]);
});

describe("a forger who makes every digest anew is found", () => {
  const cases: Readonly<Record<string, readonly [change: (edition: Forged) => void, fault: RegExp]>> = {
    "who counts a rank once more for one option": [
      (edition) => {
        for (const stratum of [null, "east", "west"]) {
          const one = edition.rounds[0].figures.find(
            (figure: Forged) =>
              figure.item === "order" && figure.part === "bridge" && figure.stratum === stratum,
          );
          one.counts = [one.n, 0, 0];
        }
      },
      /not every rank is given once by everybody/,
    ],
    "who lets an option be chosen more often": [
      (edition) => {
        const one = at(edition, [0, "crossing", "bridge"]);
        one.counts = [one.counts[0] - 3, one.counts[1] + 3];
      },
      /30 experts chose one option each, the options were chosen 33 times/,
    ],
    "who gives a share to a scale that has none": [
      (edition) => (at(edition, FIRST).topPercent = 90),
      /topPercent is 90/,
    ],
    "who gives a share to points": [(edition) => (at(edition, MIDDLE).topPercent = 90), /topPercent is 90/],
    "who turns a verdict about points": [
      (edition) => {
        const one = at(edition, MIDDLE);
        one.consensus.met = !one.consensus.met;
        one.mark = one.consensus.met ? "agreed" : "open";
      },
      /the figures of the rule of agreement give/,
    ],
    "who turns a verdict about points, and its figure": [
      (edition) => {
        const one = at(edition, MIDDLE);
        Object.assign(one, { consensus: { met: false, figures: { iqr: 40 } }, mark: "open" });
      },
      /iqr of the rule is 40, the published data give 10/,
    ],
    "who marks as agreed what is not": [
      (edition) => (at(edition, CHANCE).mark = "agreed"),
      /it is marked agreed without a rule/,
    ],
    "who moves a median past its quartile": [
      (edition) => (at(edition, CHANCE).median = 99),
      /its median and quartiles are out of order/,
    ],
    "who puts a middle outside the scale": [
      (edition) => Object.assign(at(edition, CHANCE), { q1: 50, median: 60, q3: 120, iqr: 70 }),
      /lie outside the scale/,
    ],
    "who lets the best estimate pass the highest": [
      (edition) => Object.assign(at(edition, BEST), { q1: 30, median: 31, q3: 32, iqr: 2 }),
      /lowest, best and highest estimates are out of order/,
    ],
    "who turns a verdict about estimates": [
      (edition) => {
        const best = at(edition, BEST);
        Object.assign(best, { mark: "open", consensus: { ...best.consensus, met: false } });
      },
      /the figures of the rule of agreement give true, published is false/,
    ],
    "who turns a verdict of stability that rests on hidden values": [
      (edition) => (at(edition, BEST).stability.met = !at(edition, BEST).stability.met),
      /the figures of the rule of stability give/,
    ],
    "who leaves a verdict of stability out": [
      (edition) => (at(edition, BRIDGE).stability = null),
      /its verdict of stability is not there, by the protocol there is with round 1/,
    ],
    "who leaves the counts out": [
      (edition) =>
        Object.assign(at(edition, BRIDGE), {
          counts: null,
          topPercent: null,
          bottomPercent: null,
          interval: null,
        }),
      /its counts are missing/,
    ],
    "who makes up a change table and hides how many it is about": [
      (edition) => {
        const { stability } = at(edition, BRIDGE);
        Object.assign(stability, { pairs: null, pairCounts: null, met: false });
        stability.table[1] = [0, 0, 0, 90, 0];
      },
      /it tells of pairs, but not of how many/,
    ],
    "who shows a change that is one expert's": [
      (edition) => {
        const { table } = at(edition, BRIDGE).stability;
        for (const [from, to, more] of [
          [1, 1, -1],
          [1, 3, 1],
          [3, 1, 1],
          [3, 3, -1],
        ])
          table[from!][to!] += more!;
      },
      /a cell of its change table is 1 or 2/,
    ],
    "who lets parts of one answer be given by fewer": [
      (edition) => Object.assign(at(edition, [1, "money", "bridge"]), { n: 14, notAnswered: 4 }),
      /its parts are answered as one, but not by as many/,
    ],
    "who hides how many were added while there were answers": [
      (edition) => (edition.rounds[0].addedLater = 26),
      /it is about 30 experts, but 26 were added while there were answers/,
    ],
    "who says that fewer left": [
      (edition) => (edition.rounds[1].attrition.left = 2),
      /30 before, 2 left and 0 joined don't give who submitted/,
    ],
    "who says that leaving changed nothing": [
      (edition) => {
        for (const part of edition.rounds[1].attrition.parts) part.flips = !part.flips;
      },
      /whether its verdict depends on who left does not follow/,
    ],
    "who turns a verdict on those who stayed": [
      (edition) => {
        const part = edition.rounds[1].attrition.parts.find((one: Forged) => one.item === "bridge");
        Object.assign(part.completers, { met: true });
        part.flips = true;
      },
      /the verdict on completers does not follow/,
    ],
    "who moves a group that left": [
      (edition) => (edition.rounds[1].attrition.groups[0].shareNow = 70),
      /the group east does not add up/,
    ],
    "who invites fewer than answered": [(edition) => (edition.rounds[0].invited = 12), /12 were invited/],
    "who tells of few that answered former words": [
      (edition) => (edition.rounds[0].wordings = [{ item: "bridge", former: 2, present: 28 }]),
      /too few are told of/,
    ],
  };

  for (const [who, [change, fault]] of Object.entries(cases))
    test(who, () => expect(forged(change).join("\n")).toMatch(fault));
});

test("a verdict about an order of several items holds, and is named as one that nobody can compute again", () => {
  const two = [anOption("bridge"), anOption("ferry")];
  const order = { ...policyDelphi.rules.option!, consensus: orderAgreement.rule({ w: 0.7 }) };
  const report = verified(
    aBundle({
      protocol: { ...policyDelphi, rules: { ...policyDelphi.rules, option: order } },
      items: two,
      rounds: [
        Array.from({ length: 12 }, (_, place) => ({
          seat: `seat-${place}`,
          stratum: null,
          values: new Map(
            [
              ["bridge/desirability", 4],
              ["ferry/desirability", place % 4],
            ].map(([part, value]) => [String(part), Math.max(1, Number(value))]),
          ),
        })),
      ],
    }),
  );
  expect(faultsOf(report)).toEqual([]);
  expect(report.notRecomputable).toContainEqual({
    figure: "agreement of bridge/desirability in round 1",
    reason: "who put the items in which order is published of nobody",
  });
});

test("what rests on the roll, on who left and on withheld texts is named as not recomputable", () => {
  const named = verified(files).notRecomputable.map(({ reason }) => reason);
  expect(named).toContain("the roll is known to the organiser alone");
  expect(named).toContain("which answers are those of who left is published of nobody");
});
