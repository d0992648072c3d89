import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import type { Item, Part } from "@/delphi/item";
import type { Snapshot } from "@/delphi/publication";
import { readFigures, readFinding, readWithheld } from "@/delphi/reading";
import { scaleBounds } from "@/delphi/scale";
import { readChange, readConsensus, readStability } from "@/delphi/verdict-reading";
import { Histogram } from "@/ui/pictures/histogram";
import { Strip } from "@/ui/pictures/strip";
import { FigureVerdict } from "./figure-verdict";
import { middleHalf } from "./middle-half";
import { PartStrata } from "./part-strata";

/** One part of an item: the finding, its picture, both verdicts with their reasons, and each group. */
export async function PartAnalysis({
  item,
  part,
  analysis,
  named,
}: {
  item: Item;
  part: Part;
  analysis: RoundAnalysis;
  named: boolean;
}) {
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
          <Reasons item={item} part={part} figure={figure} earlier={analysis.earlier} />
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
        median={figure.median}
        middle={middleHalf(figure)}
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
          median={figure.median}
          middle={middleHalf(figure)}
          description={say(readFigures(part, figure))}
          className="w-full max-w-xl"
        />
      ) : null}
      <p className="figures font-sans text-base">{say(readFigures(part, figure))}</p>
      <p className="font-sans text-sm text-muted">{caption}</p>
    </div>
  );
}

/** The verdicts in sentences, and how the median moved since the item was last asked. */
async function Reasons({
  item,
  part,
  figure,
  earlier,
}: {
  item: Item;
  part: Part;
  figure: ShownFigure;
  earlier: readonly Snapshot[];
}) {
  const say = await sayer();
  const before = lastShown(earlier, item.id, part.id);
  const change = before && readChange(part, before, figure);
  const readings = [readConsensus(item, figure), readStability(figure), ...(change ? [change] : [])];
  return (
    <ul className="max-w-measure space-y-1 font-sans text-sm text-muted">
      {readings.map((one) => (
        <li key={one.key}>{say(one)}.</li>
      ))}
    </ul>
  );
}

function lastShown(earlier: readonly Snapshot[], item: string, part: string): ShownFigure | null {
  const asked = earlier.flatMap((round): Figure[] => {
    const figure = figureOf(round.figures, item, part);
    return figure ? [figure] : [];
  });
  const last = asked.at(-1);
  return last?.withheld === null ? last : null;
}
