import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { readWeighted, shifts, twinsOf } from "@/delphi/confidence-reading";
import { partWords, ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { standingFigure } from "@/delphi/summary";
import { type Block, paragraphs } from "./blocks";

/** What counting sure experts for more would change; nothing where no round asked for confidence. */
export async function byConfidence(edition: Edition): Promise<Block[]> {
  const text = await getTranslations("public.report.results");
  const say = await sayer();
  const asked = edition.items.flatMap((item) =>
    ratedParts(item).flatMap((part) => {
      const figure = standingFigure(edition.rounds, item.id, part.id);
      return figure?.withheld === null && figure.weighted
        ? [{ item, part, twins: twinsOf(part, figure) }]
        : [];
    }),
  );
  if (asked.length === 0) return [];
  const told = asked.filter(({ twins }) => twins !== null);
  const shifting = told.filter(({ twins }) => shifts(twins!));
  return [
    { kind: "heading", text: text("by-confidence") },
    ...paragraphs(text("confidence", { asked: asked.length, told: told.length, shifting: shifting.length })),
    ...(shifting.length > 0
      ? [
          {
            kind: "list",
            texts: shifting.map(({ item, part, twins }) =>
              text("moved", {
                title: item.title,
                criterion: partWords(item, part),
                how: say(readWeighted(twins!)),
              }),
            ),
          } as const,
        ]
      : []),
  ];
}
