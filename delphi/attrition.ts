import { z } from "zod";
import { type AddedLater, addedIn, nobodyAdded } from "./added-later";
import type { RoundAnswers, SeatAnswers } from "./analysis";
import { compositionOf, GroupChange } from "./attrition-groups";
import { auditPart, NotTold, PartAudit, type Split } from "./attrition-part";
import { type Item, judgedParts, type Part, ratedParts, sameWording } from "./item";
import type { Protocol } from "./protocol";
import { inRound, type Released } from "./released-sets";
import { scaleBounds } from "./scale";
import { mannWhitney } from "./statistics/mann-whitney";
import { median } from "./statistics/quantile";

/** Who left between two rounds, and whether the verdicts of the later one depend on it. */
export const Attrition = z.strictObject({
  round: z.int(),
  since: z.int(),
  /** Experts who answered the earlier round, and of them those who did not answer the later one. */
  before: z.int(),
  left: z.int(),
  /** Experts who answered the later round and not the earlier one. */
  joined: z.int(),
  groups: z.array(GroupChange),
  /** Does leaving depend on the group? Null with its reason. */
  groupsDiffer: z.strictObject({ p: z.number() }).nullable(),
  groupsNotTold: NotTold.nullable(),
  /**
   * Mean distance of an expert's answers from the panel's medians in the earlier round, as a percentage of the scale,
   * for those who left and those who stayed. Null with its reason.
   */
  distance: z.strictObject({ left: z.number(), stayed: z.number(), p: z.number().nullable() }).nullable(),
  distanceNotTold: NotTold.nullable(),
  parts: z.array(PartAudit),
});
export type Attrition = z.infer<typeof Attrition>;

/**
 * What disclosure control holds back: figures about fewer than k, not counting those who were added while a round had
 * answers, and what `released` figures would make of them.
 */
export type HeldBack = { readonly k: number; readonly released: Released; readonly added: AddedLater };

/** For answers that are the caller's own. */
export const nothingHeldBack: HeldBack = { k: 1, released: new Map(), added: nobodyAdded };

/**
 * Compares those who left with those who stayed and judges every verdict of `current` anew: on completers alone, with
 * the leavers' last answers, and in the best and the worst case. Figures about fewer than k experts, and those that
 * would cut fewer off from what is shown of the two rounds, are null with their reason.
 */
export function auditAttrition(
  protocol: Protocol,
  earlier: RoundAnswers,
  current: RoundAnswers,
  { k: minimum, released, added }: HeldBack,
): Attrition {
  const k = minimum + Math.max(...[earlier, current].map(({ round }) => addedIn(added, round)));
  const split = splitOf(earlier, current);
  const before = earlier.seats.length;
  return {
    round: current.round,
    since: earlier.round,
    before,
    left: split.left.size,
    joined: current.seats.length - (before - split.left.size),
    ...compositionOf(protocol, earlier, current, split.left, k),
    ...distanceOf(earlier, split, k),
    parts: current.items.flatMap((item) =>
      earlier.items.some((one) => sameWording(one, item))
        ? judgedParts(item).map((part) => {
            const shown = shownOf(released, earlier.round, current.round, item, part);
            return auditPart(protocol, item, part, split, { k, shown });
          })
        : [],
    ),
  };
}

function shownOf(released: Released, earlier: number, current: number, item: Item, part: Part) {
  const inIt = (round: number) =>
    (released.get(inRound(round, { item: item.id, part: part.id })) ?? []).map((set) => set.experts);
  return { earlier: inIt(earlier), current: inIt(current) };
}

/** The verdicts that are another one under some assumption about those who left. */
export const verdictsThatFlip = ({ parts }: Attrition): readonly PartAudit[] =>
  parts.filter((one) => one.flips === true);

function splitOf(earlier: RoundAnswers, current: RoundAnswers): Split {
  const now = new Set(current.seats.map((one) => one.seat));
  const left = new Set(earlier.seats.map((one) => one.seat).filter((seat) => !now.has(seat)));
  return { earlier: earlier.seats, current: current.seats, left };
}

type Distance = Pick<Attrition, "distance" | "distanceNotTold">;

/** Were the dissenters lost? One number an expert: how far from the panel they stood on average. */
function distanceOf(earlier: RoundAnswers, { left }: Split, k: number): Distance {
  const medians = mediansOf(earlier.items, earlier.seats);
  const far = (seats: readonly SeatAnswers[]) => seats.flatMap((seat) => distanceFrom(medians, seat) ?? []);
  const gone = far(earlier.seats.filter((seat) => left.has(seat.seat)));
  const stayed = far(earlier.seats.filter((seat) => !left.has(seat.seat)));
  const none = (distanceNotTold: NotTold): Distance => ({ distance: null, distanceNotTold });
  if (left.size === 0) return none("nobody-left");
  if (gone.length < k || stayed.length < k) return none("fewer-than-k");
  const { p } = mannWhitney.compute({ first: gone, second: stayed });
  return { distance: { left: mean(gone), stayed: mean(stayed), p }, distanceNotTold: null };
}

type Medians = ReadonlyMap<string, { readonly median: number; readonly width: number }>;

function mediansOf(items: readonly Item[], seats: readonly SeatAnswers[]): Medians {
  const places = items.flatMap((item) =>
    ratedParts(item).flatMap((part) => {
      const bounds = scaleBounds(part.scale);
      const place = `${item.id}/${part.id}`;
      const middle = median(seats.flatMap((seat) => seat.values.get(place) ?? []));
      return bounds && middle !== null
        ? [[place, { median: middle, width: bounds.max - bounds.min }] as const]
        : [];
    }),
  );
  return new Map(places);
}

function distanceFrom(medians: Medians, seat: SeatAnswers): number | null {
  const far = [...medians].flatMap(([place, { median: middle, width }]) => {
    const value = seat.values.get(place) ?? null;
    return value === null ? [] : [(100 * Math.abs(value - middle)) / width];
  });
  return far.length === 0 ? null : mean(far);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
