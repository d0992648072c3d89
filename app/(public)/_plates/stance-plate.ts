import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { figureOf } from "@/delphi/figure";
import { readFinding } from "@/delphi/figure-reading";
import { type Edition, lastAsked } from "@/delphi/publication";
import { bar } from "@/ui/plates/drawings";
import { plateFill } from "@/ui/plates/ink";
import { rowLayout } from "@/ui/plates/row-layout";
import type { MadePlate } from "./make-plate";

/** One question, by default the headline one: the answers of the last round that asked it, point by point. */
export async function stancePlate(edition: Edition, part: string, id?: string): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const say = await sayer();
  const item = edition.items.find((one) => (id === undefined ? one.kind === "stance" : one.id === id))!;
  const asked = item.parts.find((one) => one.id === part)!;
  const round = lastAsked(edition.rounds, item.id);
  const figure = round && figureOf(round.figures, item.id, part);
  if (figure?.withheld !== null || !figure.counts || asked.scale.kind !== "ordinal") return null;
  const { counts, n } = figure;
  const { points } = asked.scale;
  const most = Math.max(...counts);
  return {
    title: say(readFinding(item, asked, figure)),
    caption: text("stance", { question: item.title, round: figure.round, n }),
    draw: (room, ink) =>
      rowLayout(
        points.map((point, at) => ({
          key: String(point.value),
          title: point.label,
          draw: bar(
            counts[at]!,
            most,
            `${counts[at]} · ${Math.round((100 * counts[at]!) / n)}%`,
            plateFill(at, points.length),
            ink,
          ),
          aside: "",
        })),
        ["", ""],
        room,
        ink,
      ),
  };
}
