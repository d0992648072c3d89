import { getTranslations } from "next-intl/server";
import { OtherDefinitions } from "@/app/_figures/other-definitions";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import { figureText, middleOf, readFigures, readFinding, readWithheld } from "@/delphi/figure-reading";
import type { Item, Part } from "@/delphi/item";
import { comparableFrom } from "@/delphi/lineage";
import { medianIntervalOf } from "@/delphi/other-definitions";
import type { Snapshot } from "@/delphi/publication";
import { isChosenScale, scaleBounds } from "@/delphi/scale";
import { readSidesByStratum } from "@/delphi/sides";
import { readTrend } from "@/delphi/trend";
import { readChange, readConsensus, readShape, readStability } from "@/delphi/verdict-reading";
import { warningsOf } from "@/delphi/warnings";
import { Histogram } from "@/ui/pictures/histogram";
import { Strip } from "@/ui/pictures/strip";
import { FigureVerdict } from "./figure-verdict";
import { PartStrata } from "./part-strata";

type Props = { readonly item: Item; readonly part: Part; readonly analysis: RoundAnalysis };

/** One part of an item: the finding, its picture, both verdicts with their reasons, and each group. */
export async function PartAnalysis({ item, part, analysis, named }: Props & { named: boolean }) {
  const { snapshot, protocol } = analysis;
  const say = await sayer();
  const figure = figureOf(snapshot.figures, item.id, part.id);
  if (!figure) return null;
  return (
    <article className="min-w-0 space-y-4">
      {named ? <p className="font-sans text-sm text-muted">{part.question || part.id}</p> : null}
      {figure.withheld !== null ? (
        <p className="text-muted">{say(readWithheld(figure.withheld, protocol.minimumGroup))}.</p>
      ) : (
        <>
          <Picture item={item} part={part} figure={figure} />
          <FigureVerdict figure={figure} />
          <Warnings part={part} figure={figure} analysis={analysis} />
          <Reasons item={item} part={part} figure={figure} analysis={analysis} />
          <OtherDefinitions part={part} figure={figure} rule={protocol.rules[item.kind]?.consensus ?? null} />
        </>
      )}
      <PartStrata item={item} part={part} analysis={analysis} />
    </article>
  );
}

async function Picture({ item, part, figure }: { item: Item; part: Part; figure: ShownFigure }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const caption = t("caption", {
    n: figure.n,
    abstained: figure.abstained,
    unanswered: figure.notAnswered,
    round: figure.round,
  });
  if (part.scale.kind === "ordinal" && figure.counts)
    return (
      <Histogram
        heading={4}
        title={say(readFinding(item, part, figure))}
        caption={caption}
        points={part.scale.points.map((point, at) => ({ ...point, count: figure.counts?.[at] ?? 0 }))}
        {...middleOf(part, figure)}
        words={await pictureWords()}
      />
    );
  const bounds = scaleBounds(part.scale);
  return (
    <div className="space-y-3">
      <h4 className="text-xl">{say(readFinding(item, part, figure))}</h4>
      {bounds ? (
        <Strip
          {...bounds}
          {...middleOf(part, figure)}
          description={say(readFigures(part, figure))}
          className="w-full max-w-xl"
        />
      ) : null}
      <p className="figures font-sans text-base">{say(readFigures(part, figure))}</p>
      <p className="font-sans text-sm text-muted">{caption}</p>
    </div>
  );
}

/** What a facilitator must know before resting anything on this figure. */
async function Warnings({ part, figure, analysis }: Omit<Props, "item"> & { figure: ShownFigure }) {
  const say = await sayer();
  const from = comparableFrom(figure.item, figure.round, analysis.lineage);
  const warnings = warningsOf(part, figure, from > 1 ? from : null);
  if (warnings.length === 0) return null;
  return (
    <ul className="max-w-measure space-y-1 border-l-2 border-caution pl-3 font-sans text-sm">
      {warnings.map(({ name, text }) => (
        <li key={name}>{say(text)}.</li>
      ))}
    </ul>
  );
}

/** The verdicts in sentences, how the median moved since the item was last asked, and how sure its figures are. */
async function Reasons({ item, part, figure, analysis }: Props & { figure: ShownFigure }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const before = lastShown(analysis.earlier, item.id, part.id);
  const change = before && readChange(part, before, figure);
  const rule = analysis.protocol.rules[item.kind]?.consensus ?? null;
  const shape = rule ? readShape(part, figure) : null;
  const trend = readTrend(part, figure);
  const median = medianIntervalOf(part.scale, figure.counts);
  const sides = figure.consensus?.met
    ? []
    : readSidesByStratum(item, part, partFigures(analysis, item), analysis.protocol.strata);
  const readings = [
    readConsensus(item, figure, rule),
    ...(shape ? [shape] : []),
    readStability(figure),
    ...(trend ? [trend] : []),
    ...(change ? [change] : []),
    ...sides,
  ].map(say);
  return (
    <ul className="max-w-measure space-y-1 font-sans text-sm text-muted">
      {readings.map((one) => (
        <li key={one}>{sentence(one)}</li>
      ))}
      {median.unknown === null && !isChosenScale(part.scale) ? (
        <li>
          {t(median.low === median.high ? "median-point" : "median-interval", {
            low: figureText(part.scale, median.low),
            high: figureText(part.scale, median.high),
            coverage: Math.floor(median.coveragePercent),
          })}
        </li>
      ) : null}
      {figure.interval ? (
        <li>
          {t("interval", { low: Math.round(figure.interval.low), high: Math.round(figure.interval.high) })}
        </li>
      ) : null}
    </ul>
  );
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

const partFigures = ({ snapshot }: RoundAnalysis, item: Item): readonly Figure[] =>
  snapshot.figures.filter((figure) => figure.item === item.id);

function lastShown(earlier: readonly Snapshot[], item: string, part: string): ShownFigure | null {
  const asked = earlier.flatMap((round): Figure[] => {
    const figure = figureOf(round.figures, item, part);
    return figure ? [figure] : [];
  });
  const last = asked.at(-1);
  return last?.withheld === null ? last : null;
}
