import { getTranslations } from "next-intl/server";
import type { RoundAnalysis } from "@/db/queries/round-analysis";
import { hasOptions, type Item, isAnsweredAsOne } from "@/delphi/item";
import { ratedParts } from "@/delphi/rated-parts";
import { SimulatedMark } from "@/ui/simulated-mark";
import { EstimateAnalysis } from "./estimate-analysis";
import { OptionsAnalysis } from "./options-analysis";
import { PartAnalysis } from "./part-analysis";

/** One item of the round: each of its parts with picture, verdicts and groups. */
export async function ItemAnalysis({
  item,
  analysis,
  simulated,
}: {
  item: Item;
  analysis: RoundAnalysis;
  simulated: boolean;
}) {
  const t = await getTranslations("desk.analysis");
  const parts = ratedParts(item);
  if (parts.length === 0) return null;
  return (
    <section id={item.id} className="space-y-6 border-t border-line pt-8">
      <h3 className="text-xl">
        {item.title} {simulated ? <SimulatedMark>{t("simulated")}</SimulatedMark> : null}
      </h3>
      {item.text ? <p className="max-w-measure text-base">{item.text}</p> : null}
      {hasOptions(item) ? <OptionsAnalysis item={item} analysis={analysis} /> : null}
      {item.kind === "estimate" ? <EstimateAnalysis item={item} analysis={analysis} /> : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {(isAnsweredAsOne(item) ? [] : parts).map((part) => (
          <PartAnalysis key={part.id} item={item} part={part} analysis={analysis} named={parts.length > 1} />
        ))}
      </div>
    </section>
  );
}
