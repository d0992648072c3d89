import { z } from "zod";
import { type Figure, figureOf } from "./figure";
import { hasVerdict, type Item, isAside, judgedParts, ratedParts } from "./item";
import { KINDS } from "./item-kind";
import type { Protocol } from "./protocol";

/**
 * What happens to an item in the next round. settled: stable, so not asked again, its figures stay those of
 * its last round; ask: asked again; reword: asked again, in other words if better ones are found; retire: dropped;
 * done: not asked again for another reason.
 */
export const CarryForward = z.strictObject({
  item: z.string(),
  proposal: z.enum(["settled", "ask", "reword", "retire", "done"]),
  because: z.enum([
    "stable",
    "not-stable-yet",
    "first-answers",
    "unknown",
    "asked-every-round",
    "asked-once",
    "not-asked",
    "few-could-answer",
    "out-by-rule",
  ]),
});
export type CarryForward = z.infer<typeof CarryForward>;

/** Whether the proposal has the item in the next round. */
export const asksAgain = ({ proposal }: CarryForward): boolean => proposal === "ask" || proposal === "reword";

/**
 * The proposal of the locked rules for every item in use, after the round that gave these figures. `out` are those
 * that the protocol's rule of retirement drops (delphi/retirement).
 */
export function proposeCarryForward(
  protocol: Protocol,
  items: readonly Item[],
  asked: readonly string[],
  figures: readonly Figure[],
  out: readonly string[] = [],
): readonly CarryForward[] {
  const askedNow = new Set(asked);
  const panel = new Map(
    figures.flatMap((one) => (one.stratum === null ? [[`${one.item}/${one.part}`, one] as const] : [])),
  );
  return items.map((item) => propose(protocol, item, askedNow, panel, out));
}

function propose(
  protocol: Protocol,
  item: Item,
  asked: ReadonlySet<string>,
  panel: ReadonlyMap<string, Figure>,
  out: readonly string[],
): CarryForward {
  if (isAside(item.kind)) return { item: item.id, proposal: "ask", because: "asked-every-round" };
  if (!asked.has(item.id)) return { item: item.id, proposal: "settled", because: "not-asked" };
  if (!hasVerdict(item.kind)) return { item: item.id, proposal: "done", because: "asked-once" };
  if (out.includes(item.id)) return { item: item.id, proposal: "retire", because: "out-by-rule" };
  if (!protocol.rules[item.kind]?.stability) return { item: item.id, proposal: "ask", because: "unknown" };
  const steady = judgedParts(item).map((part) => steadiness(panel.get(`${item.id}/${part.id}`)));
  if (steady.every((one) => one === "stable"))
    return { item: item.id, proposal: "settled", because: "stable" };
  if (fewCouldAnswer(protocol, item, panel))
    return { item: item.id, proposal: "reword", because: "few-could-answer" };
  const because = (["not-stable-yet", "first-answers", "unknown"] as const).find((one) =>
    steady.includes(one),
  );
  return { item: item.id, proposal: "ask", because: because ?? "unknown" };
}

function steadiness(figure: Figure | undefined) {
  if (!figure || figure.withheld !== null) return "unknown";
  if (figure.stability === null) return "first-answers";
  if (figure.stability.met === null) return "unknown";
  return figure.stability.met ? "stable" : "not-stable-yet";
}

/** Whether on some part too many of those who took part abstained or left it open: it may be badly put. */
function fewCouldAnswer(
  { betweenRounds }: Protocol,
  item: Item,
  panel: ReadonlyMap<string, Figure>,
): boolean {
  const above = betweenRounds?.rewordAbove ?? null;
  if (above === null) return false;
  return ratedParts(item).some((part) => {
    const figure = panel.get(`${item.id}/${part.id}`);
    if (!figure || figure.withheld !== null) return false;
    const without = figure.abstained + figure.notAnswered;
    return 100 * without > above * (figure.n + without);
  });
}

/** Whether the protocol says that no round should follow this one. */
export function shouldStop(
  protocol: Protocol,
  round: number,
  items: readonly Item[],
  asked: readonly string[],
  figures: readonly Figure[],
  out: readonly string[] = [],
): boolean {
  if (round >= protocol.rounds) return true;
  if (protocol.stopping === "fixed") return false;
  const askedNow = new Set(asked);
  const decided = items.filter((item) => askedNow.has(item.id) && hasVerdict(item.kind));
  const proposals = proposeCarryForward(protocol, decided, asked, figures, out);
  const open = proposals.filter(asksAgain).map((proposal) => proposal.item);
  if (protocol.stopping !== "hybrid") return open.length === 0;
  return round >= 2 && decided.every((item) => !open.includes(item.id) || isAgreed(item, figures));
}

/** Whether the panel as a whole agrees on every part of an item; of a choice, on one of its options. */
function isAgreed(item: Item, figures: readonly Figure[]): boolean {
  const agreed = judgedParts(item).map((part) => {
    const figure = figureOf(figures, item.id, part.id);
    return figure?.withheld === null && figure.consensus?.met === true;
  });
  return KINDS[item.kind].agreed === "any" ? agreed.includes(true) : agreed.every((one) => one);
}
