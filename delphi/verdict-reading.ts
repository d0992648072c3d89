import { DECLARED } from "./about-expert";
import type { ShownFigure } from "./figure";
import { chosenIn, figureText, meanRankIn, readFinding } from "./figure-reading";
import { hasVerdict, type Item, type Part } from "./item";
import { verdict } from "./other-definitions";
import { numberText, type Reading, reading } from "./reading";
import type { Rule, Unknown } from "./rule";
import { isChosenScale } from "./scale";
import { shapeOf } from "./shape";
import { FEWEST_FOR_A_TEST } from "./warnings";

/** The verdict of consensus in one word with its glyph's name, or null where the protocol has no rule. */
export type ConsensusWord = { readonly mark: NonNullable<ShownFigure["mark"]>; readonly word: Reading };
export type StabilityWord = { readonly mark: "steady" | "moving"; readonly word: Reading };

export const consensusWord = (figure: ShownFigure): ConsensusWord | null =>
  figure.mark && { mark: figure.mark, word: reading(`verdict.${figure.mark}`) };

/** Null in an item's first round, or where the rule cannot be computed. */
export function stabilityWord(figure: ShownFigure): StabilityWord | null {
  if (figure.stability === null || figure.stability.met === null) return null;
  const mark = figure.stability.met ? "steady" : "moving";
  return { mark, word: reading(`verdict.${mark}`) };
}

/**
 * "Agreed: 19 of 23 answers lie at the upper end, 1 at the lower end; the middle half is 1 wide." Counts, since a
 * rounded percentage can seem to reach a threshold that it missed. With the declared rule it also says why there
 * is no verdict.
 */
export function readConsensus(item: Item, figure: ShownFigure, rule: Rule | null = null): Reading {
  if (figure.consensus === null)
    return reading(hasVerdict(item.kind) ? "consensus.no-rule" : "consensus.described");
  if (figure.consensus.met === null)
    return reading("consensus.unknown", { because: reading(`unknown.${whyUnknown(item, figure, rule)}`) });
  const met = figure.consensus.met ? "yes" : "no";
  const { verdict: rating, w, onePercent, twoPercent, coveringPercent } = figure.consensus.figures;
  if (typeof coveringPercent === "number")
    return reading("consensus.intervals", {
      met,
      n: figure.n,
      count: Math.round((coveringPercent * figure.n) / 100),
    });
  if (typeof rating === "string") return reading(`consensus.rand-ucla.${rating}`);
  if (typeof w === "number")
    return reading(item.kind === "ranking" ? "consensus.ranking" : "consensus.order", {
      met,
      w: numberText(w, 2),
    });
  if (typeof onePercent === "number" && typeof twoPercent === "number")
    return reading("consensus.bands", {
      met,
      one: numberText(onePercent, 1),
      two: numberText(twoPercent, 1),
    });
  if (item.kind === "choice" && figure.counts && figure.mark)
    return reading(`consensus.chosen.${figure.mark}`, chosenIn(figure));
  return readEnds(figure, figure.mark, met);
}

function readEnds(figure: ShownFigure, mark: ShownFigure["mark"], met: "yes" | "no"): Reading {
  const [top, bottom] = [figure.topPercent, figure.bottomPercent].map((share) =>
    share === null ? null : Math.round((share * figure.n) / 100),
  );
  const iqr = figure.iqr === null ? null : Number(numberText(figure.iqr, 2));
  if (top == null || bottom == null || mark === null)
    return iqr === null ? reading(`consensus.bare`, { met }) : reading("consensus.spread", { met, iqr });
  if (iqr === null) return reading(`verdict.${mark}`);
  return reading(`consensus.${mark}`, { top, bottom, n: figure.n, iqr });
}

/** Why there is no verdict: from the rule and the published distribution, or as far as the figure itself says. */
function whyUnknown(item: Item, figure: ShownFigure, rule: Rule | null): Unknown {
  const part = item.parts.find(({ id }) => id === figure.part);
  const found = rule && part && figure.counts ? verdict(rule, part.scale, figure.counts).unknown : null;
  return found ?? (figure.n === 0 ? "nobody-answered" : "too-few-answers");
}

/** "Steady: since round 1 the answers moved by 9% (21 experts answered both rounds)." */
export function readStability(figure: ShownFigure): Reading {
  const { stability } = figure;
  if (stability === null) return reading("stability.first");
  const { since, pairs, figures } = stability;
  if (stability.held.pairs === "run-elsewhere") return readAcross(stability);
  if (stability.met === null) {
    const because = pairs === 0 ? "nobody-answered-both" : pairs === null ? null : "too-few-answers";
    return because && figures !== null && pairs! < FEWEST_FOR_A_TEST
      ? reading("stability.unknown-because", { since, because: reading(`unknown.${because}`) })
      : reading("stability.unknown", { since });
  }
  const mark = stability.met ? "steady" : "moving";
  if (figures === null) return reading(`stability.${mark}.bare`, { since });
  const [name, values] = movement(figures);
  if (pairs === null) return reading(`stability.${mark}.${onTotals(name)}`, { since, ...values });
  return reading(`stability.${mark}.${name}`, { since, pairs, ...values });
}

/** Between a round run elsewhere and one run here, panels are compared as wholes, or not at all. */
function readAcross({ since, met, figures }: NonNullable<ShownFigure["stability"]>): Reading {
  if (met === null || figures === null)
    return reading("stability.unknown-because", { since, because: reading("unknown.run-elsewhere") });
  const [name, values] = movement(figures);
  const whole = name === "net-change" ? "net-change-of-wholes" : onTotals(name);
  const says = reading(`stability.${met ? "steady" : "moving"}.${whole}`, { since, ...values });
  return reading("stability.across", { since, movement: says });
}

/** Where those who answered both rounds can't be looked at alone, the rule was judged on everybody's answers. */
const onTotals = (name: string): string =>
  name === "estimate"
    ? name
    : name === "net-change" || name === "median"
      ? `${name}-of-totals`
      : "rule-of-totals";

/** Which sentence a rule's figures fill, and with what. */
function movement(
  figures: NonNullable<NonNullable<ShownFigure["stability"]>["figures"]>,
): readonly [string, Reading["values"]] {
  const number = (name: string) => (typeof figures[name] === "number" ? figures[name] : null);
  const [net, changed, median, cv, p] = [
    number("netChangePercent"),
    number("changedPercent"),
    number("medianChange"),
    number("cvChange"),
    number("p"),
  ];
  const [before, after] = [number("iqrEarlier"), number("iqrLater")];
  const [shift, width] = [number("shiftPercent"), number("widthChangePercent")];
  if (shift !== null && width !== null)
    return [
      "estimate",
      { shift: numberText(shift, 0), width: numberText(Math.abs(width), 0), wider: width > 0 ? "yes" : "no" },
    ];
  if (net !== null) return ["net-change", { change: numberText(net, 1) }];
  if (changed !== null) return ["changed", { change: numberText(changed, 1) }];
  if (median !== null) return ["median", { change: Number(numberText(Math.abs(median), 2)) }];
  if (cv !== null) return ["variation", { change: numberText(Math.abs(cv), 2) }];
  if (before !== null && after !== null)
    return ["width", { before: numberText(before, 2), after: numberText(after, 2) }];
  return p === null ? ["rule", {}] : ["test", { p: p < 0.001 ? "< 0.001" : `= ${numberText(p, 3)}` }];
}

/** How answers lie that are no consensus, in a clause; null where there is one, or the distribution is not released. */
export function readShape(part: Part, figure: ShownFigure): Reading | null {
  if (figure.consensus?.met || part.scale.kind !== "ordinal" || figure.counts === null) return null;
  if (isChosenScale(part.scale)) return null;
  const shape = shapeOf(part.scale, figure.counts);
  // Two camps that still fill the points between them are no contradiction, but would read like one.
  if (figure.mark === "divided" && shape?.name === "dispersed") return null;
  return shape && reading(`shape.${shape.name}`);
}

/** "Most of the panel finds this desirable; opinions moved little since round 2": the finding, then the movement. */
export function readVerdict(item: Item, part: Part, figure: ShownFigure): Reading {
  const finding = readFinding(item, part, figure);
  if (figure.stability === null || figure.stability.met === null || figure.n === 0)
    return reading("plain.alone", { finding });
  return reading("plain.both", {
    finding,
    movement: reading(`plain.${figure.stability.met ? "little" : "moving"}`, {
      since: figure.stability.since,
    }),
  });
}

/** "From round 1 to round 2 the median moved from 3 to 4", or that it stayed; null without two medians. */
export function readChange(part: Part, earlier: ShownFigure, later: ShownFigure): Reading | null {
  if (earlier.median === null || later.median === null) return null;
  if (isChosenScale(part.scale)) return readShareChange(part, earlier, later);
  const ranks = part.scale.kind === "rank" ? [meanRankIn(earlier), meanRankIn(later)] : [];
  const [before, after] =
    ranks[0] != null && ranks[1] != null
      ? ranks.map((rank) => numberText(rank!, 1))
      : [earlier.median, later.median].map((median) => figureText(part.scale, median));
  const values = { from: earlier.round, to: later.round, before: before!, after: after! };
  if (ranks[0] != null && ranks[1] != null)
    return reading(before === after ? "change.rank-none" : "change.rank", values);
  if (earlier.median !== later.median) return reading("change.median", values);
  if (earlier.iqr === null || later.iqr === null || earlier.iqr === later.iqr)
    return reading("change.none", values);
  return reading(later.iqr < earlier.iqr ? "change.closer" : "change.wider", values);
}

function readShareChange({ id }: Part, earlier: ShownFigure, later: ShownFigure): Reading {
  const [before, after] = [chosenIn(earlier).percent, chosenIn(later).percent];
  const values = { from: earlier.round, to: later.round, before, after };
  const of = id === DECLARED ? "declared" : "share";
  return reading(before === after ? `change.${of}-none` : `change.${of}`, values);
}
