import type { Figure } from "@/delphi/figure";
import { hasVerdict, type Item, ratedParts, sameWording } from "@/delphi/item";
import type { Protocol } from "@/delphi/protocol";
import { type ClosedRound, closedRound } from "./asked-round";
import type { Tx } from "./run";
import { noReasons, type Reasons, reasonsOn } from "./shown-reasons";

/** The panel's figure of a part, and beside it those of the groups that are shown. */
export type PartFeedback = {
  readonly part: string;
  readonly panel: Figure;
  readonly strata: readonly { readonly title: string; readonly figure: Figure }[];
};

/** What an expert sees of the last closed round that asked an item. */
export type ItemFeedback = {
  readonly item: string;
  readonly round: number;
  readonly parts: readonly PartFeedback[];
  readonly reasons: Reasons;
};

/** An item that was asked before and is not asked now: it stands as it stood. */
export type SettledItem = {
  readonly item: Item;
  readonly round: number;
  readonly parts: readonly PartFeedback[];
};

type Before = ClosedRound & { readonly round: number };

/** The closed rounds before `round`, the latest first. */
export async function roundsBefore(tx: Tx, studyId: string, round: number): Promise<readonly Before[]> {
  const before: Before[] = [];
  for (let number = round - 1; number >= 1; number -= 1)
    before.push({ round: number, ...(await closedRound(tx, studyId, number)) });
  return before;
}

/** Feedback on the given items; none on what no round asked before in these words. */
export async function feedbackOn(
  tx: Tx,
  reader: { readonly studyId: string; readonly seatId: Buffer },
  protocol: Protocol,
  before: readonly Before[],
  items: readonly Item[],
): Promise<readonly ItemFeedback[]> {
  const asked = items.flatMap((item) => {
    // What others say of themselves is no reason to say otherwise of oneself.
    if (item.kind === "about") return [];
    const last = before.find(({ items: then }) => then.some((one) => sameWording(one, item)));
    return last ? [{ item, last }] : [];
  });
  const since = asked.map(({ item }) => [item.id, firstInTheseWords(before, item)] as const);
  const reasons = protocol.feedback.reasons ? await reasonsOn(tx, reader, since) : new Map<string, Reasons>();
  return asked.map(({ item, last }) => ({
    item: item.id,
    round: last.round,
    parts: figuresIn(protocol, last, item),
    reasons: reasons.get(item.id) ?? noReasons,
  }));
}

/** Reasons that were given to other words are reasons for something else. */
const firstInTheseWords = (before: readonly Before[], item: Item): number =>
  Math.min(
    ...before.filter(({ items }) => items.some((one) => sameWording(one, item))).map(({ round }) => round),
  );

/** What was asked before and decided, but is not among the items asked now. */
export function settledItems(
  protocol: Protocol,
  before: readonly Before[],
  asked: readonly Item[],
): readonly SettledItem[] {
  const seen = new Set(asked.map((item) => item.id));
  const settled: SettledItem[] = [];
  for (const last of before)
    for (const item of last.items) {
      if (seen.has(item.id) || !hasVerdict(item.kind)) continue;
      seen.add(item.id);
      settled.push({ item, round: last.round, parts: figuresIn(withoutStrata(protocol), last, item) });
    }
  return settled;
}

/** What is not asked again is folded, so the panel's figures do. */
const withoutStrata = (protocol: Protocol): Protocol => ({
  ...protocol,
  feedback: { ...protocol.feedback, strata: false },
});

function figuresIn(
  { feedback, strata }: Protocol,
  { snapshot }: Before,
  item: Item,
): readonly PartFeedback[] {
  if (!feedback.distribution) return [];
  const figures = snapshot.figures.filter((figure) => figure.item === item.id);
  const shown = feedback.strata && strata.length > 1 ? strata : [];
  return ratedParts(item).flatMap(({ id }) => {
    const ofPart = figures.filter((figure) => figure.part === id);
    const panel = ofPart.find((figure) => figure.stratum === null);
    if (!panel) return [];
    const groups = shown.flatMap(({ id: stratum, title }) => {
      const figure = ofPart.find((one) => one.stratum === stratum);
      return figure ? [{ title, figure }] : [];
    });
    return [{ part: id, panel, strata: groups }];
  });
}
