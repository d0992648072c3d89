import { getTranslations } from "next-intl/server";
import { OptionsTable } from "@/app/_figures/options-table";
import { WholeVerdict } from "@/app/_figures/whole-verdict";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { readForemost } from "@/delphi/as-one-figures";
import { figureOf } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { ratedParts } from "@/delphi/rated-parts";

/** A choice, a ranking or an allocation of the round: every option by itself. */
export async function OptionsAnalysis({ item, analysis }: { item: Item; analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const { snapshot, protocol, earlier } = analysis;
  const figure = figureOf(snapshot.figures, item.id, ratedParts(item)[0]!.id);
  if (!figure) return null;
  if (figure.withheld !== null)
    return <p className="text-muted">{say(readWithheld(figure.withheld, protocol.minimumGroup))}.</p>;
  return (
    <div className="space-y-4">
      <h4 className="text-xl">{say(readForemost(item, snapshot.figures))}</h4>
      <p className="font-sans text-sm text-muted">
        {t("caption", {
          n: figure.n,
          abstained: figure.abstained,
          unanswered: figure.notAnswered,
          round: figure.round,
        })}
      </p>
      <WholeVerdict item={item} figure={figure} rule={protocol.rules[item.kind]?.consensus ?? null} />
      <OptionsTable
        item={item}
        figures={snapshot.figures}
        earlier={earlier}
        strata={protocol.strata}
        minimumGroup={protocol.minimumGroup}
      />
    </div>
  );
}
