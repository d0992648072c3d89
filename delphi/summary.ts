import { type Figure, figureOf, type ShownFigure } from "./figure";
import { type Item, isAnsweredAsOne, ratedParts } from "./item";
import { adjective } from "./point-words";
import { lastAsked, type PublishedRound } from "./publication";
import { numberText, type Reading, reading, type Said } from "./reading";
import { endsOf } from "./scale";

/** The three sentences that open the results: where the panel agrees, where it doesn't, what moved. */
export type Summary = {
  readonly agreement: Reading;
  readonly disagreement: Reading;
  readonly movement: Reading;
};

/** An option where it stands: its first criterion, in the last published round that asked it. */
type Standing = {
  readonly item: Item;
  readonly figure: ShownFigure;
  readonly end: "high" | "low" | "middle";
  readonly share: number;
};

const EXAMPLES = 3;

/** Made from the published figures alone; options are judged by their first criterion. */
export function summarise(items: readonly Item[], rounds: readonly PublishedRound[]): Summary {
  const options = items.filter((item) => item.kind === "option");
  const standing = options.flatMap((item) => standingOf(item, rounds));
  return {
    agreement: readAgreement(standing),
    disagreement: readDisagreement(standing),
    movement: readMovement(items, rounds),
  };
}

/** The figure of an item's part in the last published round that asked it; undefined where none did. */
export function standingFigure(
  rounds: readonly PublishedRound[],
  item: string,
  part: string,
  stratum: string | null = null,
): Figure | undefined {
  const round = lastAsked(rounds, item);
  return round && figureOf(round.figures, item, part, stratum);
}

function standingOf(item: Item, rounds: readonly PublishedRound[]): Standing[] {
  const part = ratedParts(item)[0];
  const figure = part && standingFigure(rounds, item.id, part.id);
  if (!figure || figure.withheld !== null || figure.topPercent === null || figure.bottomPercent === null)
    return [];
  const share = Math.max(figure.topPercent, figure.bottomPercent);
  // Some rules also find agreement between the ends, where neither end holds a majority.
  const end = share <= 50 ? "middle" : figure.topPercent >= figure.bottomPercent ? "high" : "low";
  return [{ item, figure, end, share }];
}

function readAgreement(standing: readonly Standing[]): Reading {
  if (standing.length === 0) return reading("summary.agreement.unknown");
  const agreed = standing
    .filter(({ figure }) => figure.mark === "agreed")
    .sort((a, b) => b.share - a.share || (a.item.id < b.item.id ? -1 : 1));
  if (agreed.length === 0) return reading("summary.agreement.none", { total: standing.length });
  const [high, low, middle] = (["high", "low", "middle"] as const).map((end) =>
    readSide(agreed.filter((one) => one.end === end)),
  );
  const counts = { count: agreed.length, total: standing.length };
  if (high && low && !middle) return reading("summary.agreement.both", { ...counts, high, low });
  const found = { all: [high, low, middle].filter((side) => side != null) };
  return reading("summary.agreement.some", { ...counts, found });
}

function readSide(those: readonly Standing[]): Reading | null {
  const [first] = those;
  if (!first) return null;
  if (first.end === "middle") return reading("summary.agreement.middle", { titles: titles(those) });
  return reading("summary.agreement.found", { titles: titles(those), label: endLabel(first) });
}

function readDisagreement(standing: readonly Standing[]): Reading {
  if (standing.length === 0) return reading("summary.disagreement.unknown");
  const [majority, divided, open] = (["majority", "divided", "open"] as const).map((mark) =>
    standing.filter(({ figure }) => figure.mark === mark),
  );
  const shapes: Said[] = [
    ...(divided!.length > 0 ? [reading("summary.disagreement.divided", { titles: titles(divided!) })] : []),
    ...(open!.length > 0 ? [reading("summary.disagreement.open", { titles: titlesOrCount(open!) })] : []),
    ...(majority!.length > 0 ? [reading("summary.disagreement.majority", { count: majority!.length })] : []),
  ];
  if (shapes.length === 0) return reading("summary.disagreement.none");
  const count = majority!.length + divided!.length + open!.length;
  const whole = count === standing.length ? "all" : "some";
  return reading(`summary.disagreement.${whole}`, { count, shapes: { all: shapes } });
}

/** Where there are few, their titles; otherwise their number alone, since nobody reads a long list in a sentence. */
const titlesOrCount = (those: readonly Standing[]): Said =>
  those.length <= 2 ? titles(those) : reading("summary.options", { count: those.length });

/** The first few titles; the rest as a number. */
function titles(those: readonly Standing[]): Said {
  const named = those.length <= EXAMPLES + 1 ? those : those.slice(0, EXAMPLES);
  const rest = those.length - named.length;
  return {
    all: [
      ...named.map(({ item }) => reading("quoted", { text: item.title })),
      ...(rest > 0 ? [reading("summary.others", { count: rest })] : []),
    ],
  };
}

function endLabel({ item, end }: Standing): Said {
  const scale = ratedParts(item)[0]!.scale;
  if (scale.kind !== "ordinal") return "";
  const { topFrom, bottomTo } = endsOf(scale);
  return adjective(scale, end === "high" ? topFrom : bottomTo);
}

type Move = { readonly item: Item; readonly before: number; readonly after: number; readonly size: number };

function readMovement(items: readonly Item[], rounds: readonly PublishedRound[]): Reading {
  const last = rounds.at(-1);
  if (!last || rounds.length < 2) return reading("summary.movement.one-round");
  const judged = last.figures.filter(
    (figure): figure is ShownFigure =>
      figure.withheld === null && figure.stratum === null && figure.stability?.met != null,
  );
  if (judged.length === 0) return reading("summary.movement.unknown", { round: last.round });
  const moving = new Set(judged.filter((figure) => !figure.stability!.met).map((figure) => figure.item));
  const asked = new Set(judged.map((figure) => figure.item));
  const values = { round: last.round, total: asked.size, steady: asked.size - moving.size };
  const most = furthest(items, judged, rounds);
  if (!most) return reading("summary.movement.steady", values);
  const title = reading("quoted", { text: most.item.title });
  const [before, after] = [most.before, most.after].map((value) => numberText(value, 2));
  return reading("summary.movement.most", { ...values, title, before: before!, after: after! });
}

/** Percentages, shares and quantities are no points, so their moves can't be laid beside those on a scale. */
const isOnPoints = (item: Item): boolean => item.kind !== "scenario" && !isAnsweredAsOne(item);

/** The median that moved furthest on a rating scale since the item was last asked. */
function furthest(
  items: readonly Item[],
  judged: readonly ShownFigure[],
  rounds: readonly PublishedRound[],
): Move | undefined {
  const moves = judged.flatMap((figure): Move[] => {
    const item = items.find((one) => one.id === figure.item);
    const since = rounds.find((round) => round.round === figure.stability!.since);
    const before = since && figureOf(since.figures, figure.item, figure.part);
    if (!item || !before || before.withheld !== null || !isOnPoints(item)) return [];
    if (before.median === null || figure.median === null || before.median === figure.median) return [];
    const size = Math.abs(figure.median - before.median);
    return [{ item, before: before.median, after: figure.median, size }];
  });
  return [...moves].sort((a, b) => b.size - a.size || (a.item.id < b.item.id ? -1 : 1))[0];
}
