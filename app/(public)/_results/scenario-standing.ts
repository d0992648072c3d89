import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type Figure, figureOf } from "@/delphi/figure";
import { figureText } from "@/delphi/figure-reading";
import { type Item, ratedParts } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { reading } from "@/delphi/reading";

/** A scenario's figure in the last published round that asked it; undefined where none did. */
export const scenarioStanding = (edition: Edition, item: Item): Figure | undefined =>
  figureOf(lastAsked(edition.rounds, item.id)?.figures ?? [], item.id, ratedParts(item)[0]!.id);

/** Which scenario has the highest median, or which share it. */
export async function scenarioFinding(
  rows: readonly { readonly title: string; readonly median: number | null }[],
): Promise<string> {
  const text = await getTranslations("public.results.scenarios");
  const say = await sayer();
  const shown = rows.filter((row) => row.median !== null);
  const most = Math.max(...shown.map((row) => row.median!));
  const likely = shown.filter((row) => row.median === most);
  if (likely.length === 0) return text("finding-none");
  const titles = likely.map((row) => reading("quoted", { text: row.title }));
  return text("finding", {
    count: likely.length,
    titles: say(reading("listed", { list: { all: titles } })),
    median: figureText({ kind: "probability" }, most),
  });
}
