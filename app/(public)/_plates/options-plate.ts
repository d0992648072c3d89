import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Edition } from "@/delphi/publication";
import { consensusWord } from "@/delphi/verdict-reading";
import { reachOf } from "@/ui/pictures/diverging";
import { answersIn } from "@/ui/pictures/share";
import { diverging } from "@/ui/plates/drawings";
import { rowLayout } from "@/ui/plates/row-layout";
import { figureIn } from "../_results/option-standing";
import { type SidesRow, sidesPicture } from "../_results/sides-picture";
import type { MadePlate } from "./make-plate";

/** Every option's answers on the two sides of one criterion's scale, each with its verdict in a word. */
export async function optionsPlate(edition: Edition, part: string): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const say = await sayer();
  const picture = await sidesPicture(edition, part);
  if (!picture) return null;
  const { title, caption, scale, rows } = picture;
  const reach = reachOf(rows.flatMap((row) => ("counts" in row ? [row.counts] : [])));
  const asideOf = (row: SidesRow): string => {
    if ("withheld" in row) return row.withheld;
    const figure = figureIn(row.option, part);
    const word = figure?.withheld === null ? consensusWord(figure) : null;
    return `${word ? `${say(word.word)}, ` : ""}n ${answersIn(row.counts)}`;
  };
  return {
    title,
    caption: `${text("options")} ${caption}`,
    draw: (room, ink) =>
      rowLayout(
        rows.map((row) => ({
          key: row.key,
          title: row.title,
          draw: "counts" in row ? diverging(row.counts, reach, ink) : null,
          aside: asideOf(row),
        })),
        [scale[0]!, scale.at(-1)!],
        room,
        ink,
      ),
  };
}
