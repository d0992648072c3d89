import { describe, expect, it } from "vitest";
import { editionWith, parseEdition } from "@/delphi/edition-text";
import type { ShownFigure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import type { Protocol } from "@/delphi/protocol";
import { type Continuity, itemsSince } from "@/delphi/series";
import { seriesDocument, seriesRows } from "@/delphi/series-document";
import { readTrendOf, readTrends } from "@/delphi/trend-reading";
import { panelBreaks, readBreak, type Wave } from "@/delphi/wave";
import { askedOnce, isJoined, trendsOf } from "@/delphi/wave-trend";
import { aBundle, textOf } from "@/tests/trust/a-bundle";
import { aChoice, withChoiceRules } from "./a-choice";
import { anOption, aProtocol, aScenario } from "./a-round";
import { anEstimate, GIGAWATTS } from "./an-estimate";
import { say } from "./say";

const [bridge, ferry, flood] = [anOption("bridge"), anOption("ferry"), aScenario("flood")];
const SAME: Continuity = { people: 12, same: 9, atLeast: false };

type Made = {
  readonly items?: readonly Item[];
  readonly answers?: Readonly<Record<string, readonly number[]>>;
  readonly continuity?: Continuity | null;
  readonly protocol?: Protocol;
  readonly study?: Partial<Wave["edition"]["study"]>;
};

/** A published wave: of each item what twelve experts answered, all 3 unless said otherwise. */
function aWave(
  number: number,
  { items = [bridge, ferry, flood], answers = {}, continuity = SAME, protocol, study }: Made = {},
): Wave {
  const seats = Array.from({ length: 12 }, (_, at) => ({
    seat: `seat-${at}`,
    stratum: null,
    values: new Map(
      items.flatMap(({ id, parts }) => {
        const value = (answers[id] ?? Array.from({ length: 12 }, () => 3))[at];
        return value === undefined ? [] : [[`${id}/${parts[0]!.id}`, value] as const];
      }),
    ),
  }));
  const files = aBundle({ protocol: protocol ?? aProtocol(), items, rounds: [seats] });
  const edition = editionWith(parseEdition(textOf(files, "edition.json")), new Map());
  const own = { ...edition.study, slug: `wave-${number}`, ...study };
  return {
    number,
    edition: { ...edition, study: own },
    digest: `digest of ${number}`,
    continuity: number === 1 ? null : continuity,
  };
}

const twelve = (value: number): number[] => Array.from({ length: 12 }, () => value);
const trend = (waves: readonly Wave[], item: string, share = 50) =>
  trendsOf(waves, share).find((one) => one.item.id === item)!;
const breaksOf = (waves: readonly Wave[], item: string, share = 50) =>
  trend(waves, item, share).points.map(({ breaks }) => breaks.map(({ why }) => why));
const joins = (waves: readonly Wave[], item: string) => {
  const { points } = trend(waves, item);
  return points.map((point, at) => isJoined(points[at - 1], point));
};

describe("a line goes from wave to wave", () => {
  it("where the same question was asked of mostly the same people", () => {
    const waves = [aWave(1), aWave(2, { answers: { bridge: twelve(4) } }), aWave(3)];
    expect(joins(waves, "bridge")).toEqual([false, true, true]);
    expect(trend(waves, "bridge").points.map(({ figure }) => figure?.median)).toEqual([3, 4, 3]);
    expect(say(readTrendOf(trend(waves.slice(0, 2), "bridge")))).toBe(
      "From wave 1 to wave 2 the median moved from 3 to 4",
    );
    expect(say(readTrendOf(trend(waves.slice(0, 2), "ferry")))).toBe(
      "From wave 1 to wave 2 the median stayed at 3",
    );
  });

  it("whatever the space between its words and its help, which are not what is asked", () => {
    const spaced = { ...bridge, title: "Option   bridge ", help: "A longer explanation." };
    expect(breaksOf([aWave(1), aWave(2, { items: [spaced] })], "bridge")).toEqual([[], []]);
  });

  it("up to the share that was declared, and not below it", () => {
    const waves = [aWave(1), aWave(2, { continuity: { people: 12, same: 6, atLeast: false } })];
    expect(breaksOf(waves, "bridge", 50)).toEqual([[], []]);
    expect(breaksOf(waves, "bridge", 51)).toEqual([[], ["panel"]]);
  });
});

describe("a line breaks, with its reason in words,", () => {
  it.each([
    ["the title says it otherwise", { ...bridge, title: "A bridge for cars" }, "wording"],
    ["the text says it otherwise", { ...bridge, text: "Paid by a toll." }, "wording"],
    ["the criterion asks otherwise", withPart({ question: "How wise?" }), "wording"],
    ["a point of the scale is called otherwise", withLabel("point five"), "scale"],
    ["the scale has a point more", withPoints(6), "scale"],
  ])("for one item alone where %s", (_name, item, why) => {
    const waves = [aWave(1), aWave(2, { items: [item, ferry] })];
    expect(breaksOf(waves, "bridge")).toEqual([[], [why]]);
    expect(breaksOf(waves, "ferry")).toEqual([[], []]);
    expect(joins(waves, "bridge")).toEqual([false, false]);
    expect(say(readTrendOf(trend(waves, "bridge")))).toBe("No two waves next to each other can be compared");
  });

  it("for a scenario that another day or test would decide", () => {
    const later = { ...flood, until: "2031" };
    const test = { ...flood, resolvesIf: "The gauge says so." };
    for (const item of [later, test])
      expect(breaksOf([aWave(1), aWave(2, { items: [item] })], "flood")).toEqual([[], ["wording"]]);
  });

  it("for a number in another unit, of which the best estimate alone has a line", () => {
    const seats = Object.fromEntries(
      ["low", "high", "best", "confidence"].map((id, at) => [id, [1, 9, 5, 80][at]!]),
    );
    const [earlier, later] = [GIGAWATTS, { ...GIGAWATTS, unit: "MW" }].map((scale, at) => {
      const wave = aWave(at + 1, { items: [bridge, ferry] });
      const item = anEstimate(scale);
      const figures = item.parts.map(({ id }) => ({
        ...figureIn(wave),
        item: item.id,
        part: id,
        median: seats[id]!,
        counts: null,
      }));
      const [round] = wave.edition.rounds;
      const rounds = [
        { ...round!, asked: [...round!.asked, item.id], figures: [...round!.figures, ...figures] },
      ];
      return { ...wave, edition: { ...wave.edition, items: [...wave.edition.items, item], rounds } };
    });
    const own = trendsOf([earlier!, later!], 50).filter(({ item }) => item.kind === "estimate");
    expect(own.map(({ part }) => part.id)).toEqual(["best"]);
    expect(own[0]!.points.map(({ breaks }) => breaks.map(({ why }) => why))).toEqual([[], ["scale"]]);
  });

  it("for a choice that offers another option", () => {
    const items = [aChoice("one")];
    const more = [{ ...aChoice("one"), parts: [...aChoice("one").parts.slice(1)] }];
    const protocol = withChoiceRules(items);
    const answers = { crossing: twelve(1) };
    const waves = [aWave(1, { items, protocol, answers }), aWave(2, { items: more, protocol, answers })];
    for (const { points } of trendsOf(waves, 50))
      expect(points[1]!.breaks.map(({ why }) => why)).toContain("scale");
  });

  it("for all items where too few of the people are the same", () => {
    const waves = [aWave(1), aWave(2, { continuity: { people: 12, same: 5, atLeast: false } })];
    for (const item of ["bridge", "ferry", "flood"]) expect(breaksOf(waves, item)).toEqual([[], ["panel"]]);
    expect(panelBreaks(waves[0]!, waves[1]!, 50).map((one) => say(readBreak(one)))).toEqual([
      "5 of the 12 people invited to the later one (42%) had been invited to the earlier one",
    ]);
    expect(say(readTrends(trendsOf(waves, 50)))).toBe("No two waves next to each other can be compared");
  });

  it("where nobody can tell, since the lists of names are gone", () => {
    expect(breaksOf([aWave(1), aWave(2, { continuity: null })], "bridge")[1]).toEqual(["panel-unknown"]);
    const few = { people: 12, same: 3, atLeast: true };
    expect(breaksOf([aWave(1), aWave(2, { continuity: few })], "bridge")[1]).toEqual(["panel-unsure"]);
    const enough = { people: 12, same: 7, atLeast: true };
    expect(breaksOf([aWave(1), aWave(2, { continuity: enough })], "bridge")[1]).toEqual([]);
    expect(
      breaksOf([aWave(1), aWave(2, { continuity: { people: 0, same: 0, atLeast: false } })], "bridge")[1],
    ).toEqual(["panel"]);
  });

  it("where others were asked, to speak for others, or nobody real was", () => {
    const groups = aWave(2, { protocol: aProtocol(["north", "south"]) });
    expect(breaksOf([aWave(1), groups], "bridge")[1]).toEqual(["groups"]);
    const perspective = aWave(2, { study: { perspective: "Answer for your ministry." } });
    expect(breaksOf([aWave(1), perspective], "bridge")[1]).toEqual(["perspective"]);
    expect(breaksOf([aWave(1), aWave(2, { study: { simulated: true } })], "bridge")[1]).toEqual([
      "simulated",
    ]);
  });

  it("and goes on after it", () => {
    const reworded = [{ ...bridge, title: "A bridge for cars" }];
    const waves = [aWave(1), aWave(2, { items: reworded }), aWave(3, { items: reworded })];
    expect(breaksOf(waves, "bridge")).toEqual([[], ["wording"], []]);
    expect(joins(waves, "bridge")).toEqual([false, false, true]);
  });

  it("and the title tells of the waves before it that can be compared", () => {
    const others = { continuity: { people: 12, same: 0, atLeast: false } };
    const waves = [aWave(1), aWave(2, { answers: { bridge: twelve(5) } }), aWave(3, others)];
    expect(say(readTrendOf(trend(waves, "bridge")))).toBe(
      "From wave 1 to wave 2 the median moved from 3 to 5; what followed can’t be set beside wave 2",
    );
    expect(say(readTrends(trendsOf(waves, 50)))).toBe(
      "From wave 1 to wave 2 medians rose for 1, fell for 0 and stayed for 2; what followed can’t be set beside wave 2",
    );
  });
});

describe("a wave without a figure is a gap with its reason", () => {
  const gapsOf = (waves: readonly Wave[], item: string) =>
    trend(waves, item).points.map(({ gap }) => gap && say(gap));

  it("where it asked something else, and no line crosses it", () => {
    const waves = [aWave(1), aWave(2, { items: [ferry] }), aWave(3)];
    expect(gapsOf(waves, "bridge")).toEqual([null, "not asked", null]);
    expect(joins(waves, "bridge")).toEqual([false, false, false]);
  });

  it("where its edition withholds it: the number appears nowhere", () => {
    const waves = [aWave(1), aWave(2, { answers: { bridge: [5, 5, 5] } })];
    expect(trend(waves, "bridge").points[1]).toMatchObject({ figure: null });
    expect(gapsOf(waves, "bridge")[1]).toMatch(/fewer than 5|5 experts/);
    const row = seriesRows(waves, 50).find((one) => one.item === "bridge" && one.wave === 2)!;
    expect(row).toMatchObject({
      n: null,
      median: null,
      q1: null,
      q3: null,
      top_percent: null,
      verdict: null,
    });
    expect(row.missing).toBe("withheld.fewer-than-k");
  });

  it("where it was answered on another scale, which stands in the table and not on the axis", () => {
    const waves = [aWave(1, { items: [withPoints(7)], answers: { bridge: twelve(6) } }), aWave(2)];
    expect(gapsOf(waves, "bridge")).toEqual(["the scale was not the one of this picture", null]);
    expect(trend(waves, "bridge").points[0]!.figure?.median).toBe(6);
  });
});

describe("what waves have in common", () => {
  it("is nothing where there is one, or where they ask nothing twice", () => {
    expect(trendsOf([aWave(1)], 50)).toEqual([]);
    const apart = [aWave(1, { items: [bridge] }), aWave(2, { items: [ferry] })];
    expect(trendsOf(apart, 50)).toEqual([]);
    expect(askedOnce(apart).map(({ item, wave }) => [item.id, wave])).toEqual([
      ["ferry", 2],
      ["bridge", 1],
    ]);
  });

  it("is told by the items' ids: what was reworded, added and left out", () => {
    const since = itemsSince([bridge, ferry], [{ ...bridge, title: "A bridge" }, flood]);
    expect(since.reworded.map(({ id }) => id)).toEqual(["bridge"]);
    expect(since.added.map(({ id }) => id)).toEqual(["flood"]);
    expect(since.left.map(({ id }) => id)).toEqual(["ferry"]);
  });

  it("has a title that counts what rose, fell and stayed", () => {
    const waves = [aWave(1), aWave(2, { answers: { bridge: twelve(5) } })];
    const options = trendsOf(waves, 50).filter(({ item }) => item.kind === "option");
    expect(say(readTrends(options))).toBe(
      "From wave 1 to wave 2 medians rose for 1, fell for 0 and stayed for 1",
    );
  });

  it("names in its file the digest of every edition, and each wave's breaks", () => {
    const waves = [aWave(1), aWave(2, { continuity: null })];
    const declaredAt = new Date("2026-01-02T03:04:05Z");
    const head = { slug: "river", name: "The river", panelShare: 50, declaredAt, declaredBeforehand: true };
    const file = seriesDocument({ ...head, waves, removed: [] }, "https://x.example");
    expect(file.waves.map(({ edition, breaks }) => [edition.digest, breaks])).toEqual([
      ["digest of 1", []],
      ["digest of 2", [{ why: "panel-unknown" }]],
    ]);
    expect(file.panelShare).toEqual({ percent: 50, declaredOn: "2026-01-02", beforehand: true });
    expect(new Set(file.rows.map(({ digest }) => digest))).toEqual(new Set(["digest of 1", "digest of 2"]));
  });
});

const figureIn = ({ edition }: Wave): ShownFigure =>
  edition.rounds[0]!.figures.find((one): one is ShownFigure => one.withheld === null)!;

function withPart(change: Partial<Item["parts"][number]>): Item {
  return { ...bridge, parts: [{ ...bridge.parts[0]!, ...change }] };
}

function withPoints(count: number): Item {
  const points = Array.from({ length: count }, (_, at) => ({ value: at + 1, label: `point ${at + 1}` }));
  return withPart({ scale: { kind: "ordinal", points } });
}

function withLabel(label: string): Item {
  const points = [1, 2, 3, 4, 5].map((value) => ({ value, label: value === 5 ? label : `point ${value}` }));
  return withPart({ scale: { kind: "ordinal", points } });
}
