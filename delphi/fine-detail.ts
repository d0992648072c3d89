import type { Judged, ShownFigure, Stability } from "./figure";
import { isQuantity, type Scale } from "./scale";

/** Answers on a fine grid: quartiles are released from this many answers on, below it the median alone. */
const QUARTILES_FROM = 12;

/** The figures of measures that may be told of a fine scale, by what they reveal. */
const MEDIANS = [
  "n",
  "earlierN",
  "laterN",
  "pairs",
  "median",
  "medianEarlier",
  "medianLater",
  "medianChange",
  "covering",
  "coveringPercent",
  "medianWidth",
  "widthEarlier",
  "widthLater",
  "shiftPercent",
  "widthChangePercent",
];
const QUARTILES = ["q1", "q3", "iqr", "iqrEarlier", "iqrLater", "relativeIqrChange"];

/** The lowest and the highest answer are somebody's, on any scale. */
const EXTREMES = ["min", "max"];

/** On a fine scale a single answer can be recognised by its value, so no distribution of it is released. */
export const isFine = (scale: Scale | undefined): boolean =>
  scale !== undefined && (scale.kind === "probability" || scale.kind === "points" || isQuantity(scale));

/** Takes away what is too fine to show; `earlierN` answered in the round that stability looks back to. */
export function withoutFineDetail(
  scale: Scale | undefined,
  figure: ShownFigure,
  earlierN: number,
): ShownFigure {
  const { consensus, stability } = figure;
  if (!isFine(scale))
    return {
      ...figure,
      consensus: consensus && keeping(consensus, isNoExtreme),
      stability: stability && steadyKeeping(stability, isNoExtreme),
    };
  const quartiles = figure.n >= QUARTILES_FROM;
  return {
    ...figure,
    counts: null,
    q1: quartiles ? figure.q1 : null,
    q3: quartiles ? figure.q3 : null,
    iqr: quartiles ? figure.iqr : null,
    consensus: consensus && keeping(consensus, coarseEnough(figure.n)),
    stability: stability && steadyKeeping(stability, coarseEnough(Math.min(figure.n, earlierN))),
  };
}

const isNoExtreme = (name: string): boolean => !EXTREMES.includes(name);

const coarseEnough =
  (n: number) =>
  (name: string): boolean =>
    MEDIANS.includes(name) || (n >= QUARTILES_FROM && QUARTILES.includes(name));

type Figures = Judged["figures"];

const only = (figures: Figures, may: (name: string) => boolean): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => may(name)));

const keeping = (judged: Judged, may: (name: string) => boolean): Judged => ({
  ...judged,
  figures: only(judged.figures, may),
});

const steadyKeeping = (stability: Stability, may: (name: string) => boolean): Stability => ({
  ...stability,
  figures: stability.figures && only(stability.figures, may),
});
