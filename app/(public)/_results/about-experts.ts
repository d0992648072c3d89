import { sayer } from "@/app/_server/say";
import { readFigure } from "@/delphi/figure-reading";
import { type Item, ratedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { standingFigure } from "@/delphi/summary";

/** What experts said of themselves, for the whole panel: a sentence for each thing asked. */
export async function aboutExperts({
  items,
  rounds,
  protocol,
}: Edition): Promise<readonly { item: Item; question: string; finding: string }[]> {
  const say = await sayer();
  return items
    .filter(({ kind }) => kind === "about")
    .flatMap((item) =>
      ratedParts(item).flatMap((part) => {
        const figure = standingFigure(rounds, item.id, part.id);
        if (!figure) return [];
        const finding = say(readFigure(item, part, figure, protocol.minimumGroup));
        return [{ item, question: part.question || item.title, finding }];
      }),
    );
}
