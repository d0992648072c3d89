import { getTranslations } from "next-intl/server";
import { EstimateFigure } from "@/app/_figures/estimate-figure";
import { EstimateSentences } from "@/app/_figures/estimate-sentences";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { STANDARD_LEVEL } from "@/delphi/estimate";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { BEST } from "@/delphi/estimate-part";
import { figureOf } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { FigureVerdict } from "./figure-verdict";

/** An estimate of the round: the panel and each group on one axis, and both verdicts. */
export async function EstimateAnalysis({ item, analysis }: { item: Item; analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const { snapshot, protocol, earlier } = analysis;
  const { figures } = snapshot;
  const best = figureOf(figures, item.id, BEST);
  if (!best) return null;
  if (best.withheld !== null)
    return <p className="text-muted">{say(readWithheld(best.withheld, protocol.minimumGroup))}.</p>;
  const shown = estimateFigures(item, figures);
  return (
    <div className="max-w-3xl space-y-4">
      <EstimateFigure
        heading={4}
        item={item}
        title={shown ? `${say(readEstimate(item, shown))}.` : item.title}
        caption={t("estimate-caption", {
          n: best.n,
          abstained: best.abstained,
          unanswered: best.notAnswered,
          round: best.round,
          level: STANDARD_LEVEL,
        })}
        groups={[
          { key: "panel", title: t("panel"), figures, stratum: null },
          ...protocol.strata.map(({ id, title }) => ({ key: id, title, figures, stratum: id })),
        ]}
        each={best.intervals}
        minimumGroup={protocol.minimumGroup}
      />
      <FigureVerdict figure={best} />
      <EstimateSentences
        item={item}
        figures={figures}
        earlier={earlier}
        rule={protocol.rules.estimate?.consensus ?? null}
      />
    </div>
  );
}
