import { getTranslations } from "next-intl/server";
import { ChoiceTable } from "@/app/_figures/choice-table";
import { sayer } from "@/app/_server/say";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { readMostChosen } from "@/delphi/choice-figures";
import { figureOf } from "@/delphi/figure";
import { type Item, ratedParts } from "@/delphi/item";
import { readWithheld } from "@/delphi/reading";

/** A choice of the round: every option by itself. */
export async function ChoiceAnalysis({ item, analysis }: { item: Item; analysis: RoundAnalysis }) {
  const t = await getTranslations("desk.analysis");
  const say = await sayer();
  const { snapshot, protocol, earlier } = analysis;
  const figure = figureOf(snapshot.figures, item.id, ratedParts(item)[0]!.id);
  if (!figure) return null;
  if (figure.withheld !== null)
    return <p className="text-muted">{say(readWithheld(figure.withheld, protocol.minimumGroup))}.</p>;
  return (
    <div className="space-y-4">
      <h4 className="text-xl">{say(readMostChosen(item, snapshot.figures))}</h4>
      <p className="font-sans text-sm text-muted">
        {t("caption", {
          n: figure.n,
          abstained: figure.abstained,
          unanswered: figure.notAnswered,
          round: figure.round,
        })}
      </p>
      <ChoiceTable
        item={item}
        figures={snapshot.figures}
        earlier={earlier}
        strata={protocol.strata}
        minimumGroup={protocol.minimumGroup}
      />
    </div>
  );
}
