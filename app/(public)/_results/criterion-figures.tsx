import { getTranslations } from "next-intl/server";
import { OtherDefinitions } from "@/app/_figures/other-definitions";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import { DECLARED } from "@/delphi/about-expert";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import { figureText, middleOf, readFinding, readWithheld } from "@/delphi/figure-reading";
import { hasVerdict, type Item, type Part } from "@/delphi/item";
import { medianIntervalOf } from "@/delphi/other-definitions";
import type { Edition } from "@/delphi/publication";
import { isChosenScale } from "@/delphi/scale";
import { readTrend } from "@/delphi/trend";
import { readChange, readConsensus, readStability } from "@/delphi/verdict-reading";
import { Histogram } from "@/ui/pictures/histogram";
import { notRecomputable } from "./not-recomputable";
import { criterionName } from "./option-standing";

type Props = {
  readonly edition: Edition;
  readonly item: Item;
  readonly part: Part;
  /** The whole panel's figure in the last round that asked it. */
  readonly figure: Figure;
};

/** One criterion of one option: its distribution and both verdicts in words. */
export async function CriterionFigures({ edition, item, part, figure }: Props) {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  if (figure.withheld !== null || part.scale.kind !== "ordinal" || figure.counts === null)
    return (
      <div>
        <h3>{criterionName(part)}</h3>
        <p className="mt-2 text-muted italic">
          {figure.withheld === null
            ? text("no-figure")
            : say(readWithheld(figure.withheld, edition.protocol.minimumGroup))}
        </p>
      </div>
    );
  const { counts } = figure;
  return (
    <div className="min-w-0 space-y-4">
      <Histogram
        title={say(readFinding(item, part, figure))}
        caption={text("caption-part", {
          question: part.question,
          round: figure.round,
          n: figure.n,
          abstained: figure.abstained,
        })}
        heading={3}
        points={part.scale.points.map((point, at) => ({ ...point, count: counts[at] ?? 0 }))}
        {...middleOf(part, figure)}
        words={await pictureWords()}
      />
      <VerdictSentences edition={edition} item={item} part={part} figure={figure} />
      <OtherDefinitions
        part={part}
        figure={figure}
        rule={edition.protocol.rules[item.kind]?.consensus ?? null}
      />
    </div>
  );
}

async function VerdictSentences({ edition, item, part, figure }: Props & { figure: ShownFigure }) {
  const text = await getTranslations("public.results.options");
  const say = await sayer();
  const before = edition.rounds.find((round) => round.round === figure.stability?.since);
  const earlier = before && figureOf(before.figures, item.id, part.id);
  const change = earlier?.withheld === null ? readChange(part, earlier, figure) : null;
  const trend = readTrend(part, figure);
  const median = medianIntervalOf(part.scale, figure.counts);
  return (
    <ul className="space-y-1 font-sans text-sm text-muted">
      <li>{say(readConsensus(item, figure, edition.protocol.rules[item.kind]?.consensus ?? null))}.</li>
      {hasVerdict(item.kind) ? <li>{say(readStability(figure))}.</li> : null}
      {trend ? <li>{say(trend)}.</li> : null}
      {change ? <li>{say(change)}.</li> : null}
      {median.unknown === null && !isChosenScale(part.scale) ? (
        <li>
          {text(median.low === median.high ? "median-point" : "median-interval", {
            low: figureText(part.scale, median.low),
            high: figureText(part.scale, median.high),
            coverage: Math.floor(median.coveragePercent),
          })}
        </li>
      ) : null}
      {(await notRecomputable(edition, part, figure)).map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
      {figure.interval && (figure.topPercent ?? 0) > 50 ? (
        <li>
          {text(part.id === DECLARED ? "interval-declared" : "interval", {
            low: Math.round(figure.interval.low),
            high: Math.round(figure.interval.high),
          })}
        </li>
      ) : null}
    </ul>
  );
}
