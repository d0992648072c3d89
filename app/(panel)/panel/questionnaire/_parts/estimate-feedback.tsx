import { getTranslations } from "next-intl/server";
import { EstimateFigure } from "@/app/_figures/estimate-figure";
import { sayer } from "@/app/_server/say";
import { estimateOf, STANDARD_LEVEL } from "@/delphi/estimate";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { BEST } from "@/delphi/estimate-part";
import { readWithheld } from "@/delphi/figure-reading";
import type { Question } from "./question";

/** The panel's estimates of the last round that asked, with one's own: single ones only where the protocol shows them. */
export async function EstimateFeedback({ question }: { question: Question }) {
  const text = await getTranslations("panel.questionnaire");
  const say = await sayer();
  const { item, earlierTo, minimumGroup } = question;
  const { parts, round } = question.feedback!;
  const best = parts.find(({ part }) => part === BEST);
  if (!best) return null;
  const figures = parts.flatMap(({ panel, strata }) => [panel, ...strata.map(({ figure }) => figure)]);
  const shown = estimateFigures(item, figures);
  if (best.panel.withheld !== null)
    return <p className="text-base text-muted">{say(readWithheld(best.panel.withheld, minimumGroup))}.</p>;
  const values = new Map(
    item.parts.flatMap(({ id }) => {
      const value = earlierTo(id)?.value;
      return typeof value === "number" ? [[`${item.id}/${id}`, value] as const] : [];
    }),
  );
  const { n, abstained, intervals } = best.panel;
  return (
    <EstimateFigure
      heading={3}
      item={item}
      title={shown ? `${say(readEstimate(item, shown))}.` : text("estimate.nobody")}
      caption={text(intervals ? "estimate.caption-each" : "estimate.caption", {
        round,
        n,
        abstained,
        level: STANDARD_LEVEL,
      })}
      groups={[
        { key: "panel", title: text("panel"), figures, stratum: null },
        ...best.strata.map(({ title, figure }) => ({
          key: title,
          title,
          figures,
          stratum: figure.stratum,
        })),
      ]}
      own={estimateOf(item, { values })}
      each={intervals}
      minimumGroup={minimumGroup}
    />
  );
}
