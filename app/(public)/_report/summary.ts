import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readFigure } from "@/delphi/figure-reading";
import { ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { standingFigure, summarise } from "@/delphi/summary";
import type { Block } from "./blocks";

/** What was asked of whom, the answer, where the panel agrees, where not, and what moved: on less than a page. */
export async function summaryBlocks(edition: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.summary");
  const labels = await getTranslations("public.results");
  const say = await sayer();
  const { items, rounds, protocol } = edition;
  const { agreement, disagreement, movement } = summarise(items, rounds);
  const last = rounds.at(-1)!;
  const stance = items.find((item) => item.kind === "stance");
  const part = stance && ratedParts(stance)[0];
  const figure = part && standingFigure(rounds, stance.id, part.id);
  const answer = figure ? [say(readFigure(stance, part, figure, protocol.minimumGroup))] : [];
  const entry = (label: string, said: string): Block[] => [
    { kind: "heading", text: label },
    { kind: "paragraph", text: said },
  ];
  return [
    ...entry(
      text("method"),
      text("method-text", {
        rounds: rounds.length,
        invited: last.invited,
        submitted: last.submitted,
        round: last.round,
        questions: items.length,
      }),
    ),
    ...answer.flatMap((said) => entry(text("answer"), said)),
    ...entry(labels("agree"), say(agreement)),
    ...entry(labels("disagree"), say(disagreement)),
    ...entry(labels("moved"), say(movement)),
    ...entry(text("sure"), text("sure-text", { n: last.submitted, k: protocol.minimumGroup })),
  ];
}
