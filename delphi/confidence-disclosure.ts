import { type AddedLater, neededIn } from "./added-later";
import type { RoundAnswers, SeatAnswers } from "./analysis";
import { placeOf } from "./answer";
import { type Asked, canBeWeighted, confidenceAsked, tableToTell } from "./confidence";
import type { Figure, HeldReason, ShownFigure, Weighted } from "./figure";
import type { Part } from "./item";
import { inRound, type Needed, type Released, type ReleasedSet, tellNobodyApart } from "./released-sets";

/** What protects the answers to the question about confidence: how many a block needs, and what is told already. */
type Gate = {
  readonly asked: Asked;
  readonly round: RoundAnswers;
  readonly needed: Needed;
  readonly told: ReleasedSet[];
};

/**
 * The figures with what each becomes when sure experts count for more, where the round asked for confidence. A table
 * of answers by confidence tells how sure those are who answered: it stands only where everybody who answered said
 * so, where that leaves no few over from any other set whose confidence is told, and where no cell is small.
 */
export function withConfidence(
  k: number,
  round: RoundAnswers,
  figures: readonly Figure[],
  released: Released,
  added: AddedLater,
): readonly Figure[] {
  const asked = confidenceAsked(round.items);
  if (!asked) return figures;
  const by = { item: asked.item.id, part: asked.part.id };
  const told = [...(released.get(inRound(round.round, by)) ?? [])];
  const needed = neededIn(
    k,
    added,
    round.round,
    told.map(({ stratum, experts }) => ({ stratum, answered: experts })),
  );
  const gate: Gate = { asked, round, needed, told };
  return figures.map((figure) => {
    const item = round.items.find(({ id }) => id === figure.item);
    const part = item?.parts.find(({ id }) => id === figure.part);
    if (figure.withheld !== null || figure.stratum !== null || !item || !part) return figure;
    return canBeWeighted(item, part) ? { ...figure, weighted: { by, ...weigh(gate, figure, part) } } : figure;
  });
}

/** Of one figure; what is released joins what is told. */
function weigh(
  { asked, round, needed, told }: Gate,
  figure: ShownFigure,
  { scale }: Part,
): Omit<Weighted, "by"> {
  const valueAt = ({ values }: SeatAnswers, place: string) => values.get(place) ?? null;
  const pairs = round.seats.flatMap((seat) => {
    const answer = valueAt(seat, placeOf(figure));
    const confidence = valueAt(seat, placeOf({ item: asked.item.id, part: asked.part.id }));
    return answer === null ? [] : [{ seat: seat.seat, answer, confidence }];
  });
  const sure = pairs.flatMap(({ answer, confidence }) =>
    confidence === null ? [] : [{ answer, confidence }],
  );
  const experts = new Set(pairs.map(({ seat }) => seat));
  const apart = tellNobodyApart(needed, [...told.map((set) => set.experts), experts]);
  if (told.length === 0) return held("fewer-than-k");
  if (scale.kind !== "ordinal" || sure.length < pairs.length || !apart)
    return held("would-reveal-a-smaller-group");
  const table = tableToTell(scale, asked.scale, sure);
  if (!table) return held("small-cells");
  told.push({ of: "weighed", stratum: null, experts });
  return { ...table, held: null };
}

const held = (reason: HeldReason): Omit<Weighted, "by"> => ({
  table: null,
  weights: null,
  percents: null,
  held: reason,
});
