import { z } from "zod";
import type { SeatAnswers } from "./analysis";
import { evidenceOf } from "./evidence";
import type { Item, Part } from "./item";
import type { Protocol } from "./protocol";
import { type Experts, tellNobodyApart } from "./released-sets";
import { judge, type Rule } from "./rule";
import { isQuantity, type Scale, scaleValues } from "./scale";
import { mannWhitney } from "./statistics/mann-whitney";
import { ownSide, verdictRange } from "./verdict-range";

/** Why a figure of the audit is not there. */
export const NotTold = z.enum([
  "nobody-left",
  "fewer-than-k",
  "would-reveal-a-smaller-group",
  "no-groups",
  "no-rule",
  "not-computable",
]);
export type NotTold = z.infer<typeof NotTold>;

/** A verdict under an assumption; null with its reason. */
const Verdict = z.strictObject({ met: z.boolean().nullable(), notTold: NotTold.nullable() });
type Verdict = z.infer<typeof Verdict>;

/** Leavers and stayers on one part of an item, and the verdict on it if those who left had stayed. */
export const PartAudit = z.strictObject({
  item: z.string(),
  part: z.string(),
  /** Their answers in the earlier round; `difference` is the leavers' median minus that of the stayers. */
  comparison: z
    .strictObject({
      nLeft: z.int(),
      nStayed: z.int(),
      medianLeft: z.number(),
      medianStayed: z.number(),
      difference: z.number(),
      superiority: z.number(),
      p: z.number().nullable(),
    })
    .nullable(),
  comparisonNotTold: NotTold.nullable(),
  /** The consensus verdict as it stands in the later round. */
  verdict: Verdict,
  /** On those alone who answered this part in both rounds. */
  completers: Verdict,
  /** With the leavers' answers of the earlier round added. */
  carriedForward: Verdict,
  /** The most and the least favourable case; the assumption says where the leavers could have answered. */
  best: Verdict,
  worst: Verdict,
  /** own-side: anywhere on their side of the scale; any-answer: anywhere, where telling their sides would tell too much. */
  assuming: z.enum(["own-side", "any-answer"]),
  /** Whether one of the four differs from the verdict; null where the verdict is not told. */
  flips: z.boolean().nullable(),
});
export type PartAudit = z.infer<typeof PartAudit>;

/** The two rounds' experts, and of the earlier round's those who did not answer the later one. */
export type Split = {
  readonly earlier: readonly SeatAnswers[];
  readonly current: readonly SeatAnswers[];
  readonly left: ReadonlySet<string>;
};

type Answers = ReadonlyMap<string, number>;

/** Everybody's answers to one part, by seat, and who of them belongs where. */
type Sets = {
  readonly before: Answers;
  readonly now: Answers;
  readonly left: Answers;
  readonly stayed: Answers;
  /** The later answers of those who answered this part both times. */
  readonly both: Answers;
};

/** What disclosure control needs to know: the minimum, and whose answers to this part are shown in the two rounds. */
type Control = {
  readonly k: number;
  readonly shown: { readonly earlier: readonly Experts[]; readonly current: readonly Experts[] };
};

export function auditPart(
  protocol: Protocol,
  item: Item,
  part: Part,
  split: Split,
  control: Control,
): PartAudit {
  const place = `${item.id}/${part.id}`;
  const sets = setsAt(place, split);
  const told = leaversTold(sets, split.left.size, control);
  // What estimates those who left would have given can't be narrowed down to a few points.
  const rule = isQuantity(part.scale) ? null : (protocol.rules[item.kind]?.consensus ?? null);
  const verdicts = verdictsOf(rule, part.scale, sets, { gone: split.left.size, told }, control);
  return { item: item.id, part: part.id, ...comparisonOf(sets, told), ...verdicts };
}

function setsAt(place: string, { earlier, current, left }: Split): Sets {
  const before = answersAt(place, earlier);
  const now = answersAt(place, current);
  const only = (answers: Answers, keep: (seat: string) => boolean): Answers =>
    new Map([...answers].filter(([seat]) => keep(seat)));
  return {
    before,
    now,
    left: only(before, (seat) => left.has(seat)),
    stayed: only(before, (seat) => !left.has(seat)),
    both: only(now, (seat) => before.has(seat)),
  };
}

const answersAt = (place: string, seats: readonly SeatAnswers[]): Answers =>
  new Map(
    seats.flatMap((one) => {
      const value = one.values.get(place) ?? null;
      return value === null ? [] : [[one.seat, value] as const];
    }),
  );

/**
 * Why nothing is told that rests on the leavers' own answers, or null. They and the stayers must cut nobody off from
 * the sets of experts about whose answers of that round something is shown. `gone` is how many left, whether or not
 * they had answered this part: the reason must not say what few of them passed over.
 */
function leaversTold({ left, stayed }: Sets, gone: number, { k, shown }: Control): NotTold | null {
  if (gone === 0) return "nobody-left";
  if (left.size < k || stayed.size < k) return "fewer-than-k";
  const sets = [...shown.earlier, expertsIn(left), expertsIn(stayed)];
  return tellNobodyApart(k, sets) ? null : "would-reveal-a-smaller-group";
}

const expertsIn = (answers: Answers): Experts => new Set(answers.keys());

type Comparison = Pick<PartAudit, "comparison" | "comparisonNotTold">;

function comparisonOf({ left, stayed }: Sets, notTold: NotTold | null): Comparison {
  if (notTold) return { comparison: null, comparisonNotTold: notTold };
  const value = mannWhitney.compute({ first: [...left.values()], second: [...stayed.values()] });
  const { nFirst, nSecond, medianFirst, medianSecond, superiority, p } = value;
  if (medianFirst === null || medianSecond === null || superiority === null)
    return { comparison: null, comparisonNotTold: "not-computable" };
  const medians = {
    medianLeft: medianFirst,
    medianStayed: medianSecond,
    difference: medianFirst - medianSecond,
  };
  return {
    comparison: { nLeft: nFirst, nStayed: nSecond, ...medians, superiority, p },
    comparisonNotTold: null,
  };
}

type Verdicts = Omit<PartAudit, "item" | "part" | keyof Comparison>;

function verdictsOf(
  rule: Rule | null,
  scale: Scale,
  sets: Sets,
  { gone, told }: { readonly gone: number; readonly told: NotTold | null },
  control: Control,
): Verdicts {
  const { now, left, both } = sets;
  const assuming = told === null || told === "nobody-left" ? "own-side" : "any-answer";
  const none = (notTold: NotTold): Verdicts => {
    const verdict: Verdict = { met: null, notTold };
    return {
      verdict,
      completers: verdict,
      carriedForward: verdict,
      best: verdict,
      worst: verdict,
      assuming,
      flips: null,
    };
  };
  if (rule === null) return none("no-rule");
  if (now.size < control.k) return none("fewer-than-k");
  const on = (answers: readonly number[]): Verdict =>
    verdictFrom(judge(rule, evidenceOf(scale, answers)).met);
  const verdict = on([...now.values()]);
  const carriedForward =
    assuming === "own-side" ? on([...now.values(), ...left.values()]) : { met: null, notTold: told };
  const loose =
    assuming === "own-side"
      ? onTheirSides(scale, [...left.values()])
      : [{ points: scaleValues(scale), count: gone }];
  const range = verdictRange(rule, scale, [...now.values()], loose);
  const cases = {
    completers: completersTold(sets, control) ? on([...both.values()]) : hidden(both.size < control.k),
    carriedForward,
    best: verdictFrom(range.best),
    worst: verdictFrom(range.worst),
  };
  const known = Object.values(cases).filter((one) => one.notTold === null);
  const flips = verdict.met === null ? null : known.some((one) => one.met !== verdict.met);
  return { verdict, ...cases, assuming, flips };
}

const verdictFrom = (met: boolean | null): Verdict => ({
  met,
  notTold: met === null ? "not-computable" : null,
});
const hidden = (few: boolean): Verdict => ({
  met: null,
  notTold: few ? "fewer-than-k" : "would-reveal-a-smaller-group",
});

/** Among the later answers those of completers are told of only if that cuts nobody off. */
const completersTold = ({ both }: Sets, { k, shown }: Control): boolean =>
  both.size >= k && tellNobodyApart(k, [...shown.current, expertsIn(both)]);

/** The leavers' answers as they might have been: on the side on which each of them stood. */
function onTheirSides(scale: Scale, left: readonly number[]) {
  const sides = new Map<string, { points: readonly number[]; count: number }>();
  for (const value of left) {
    const points = ownSide(scale, value);
    const known = sides.get(points.join());
    sides.set(points.join(), { points, count: (known?.count ?? 0) + 1 });
  }
  return [...sides.values()];
}
