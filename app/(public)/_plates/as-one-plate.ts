import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { type OptionFigure, optionsInOrder, readForemost } from "@/delphi/as-one-figures";
import { chosenIn, figureText, meanRankIn } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { numberText } from "@/delphi/reading";
import { scaleBounds } from "@/delphi/scale";
import { bar, interval } from "@/ui/plates/drawings";
import type { Ink } from "@/ui/plates/ink";
import { rowLayout } from "@/ui/plates/row-layout";
import type { MadePlate } from "./make-plate";

/** The options of one question that were chosen, put in order or given points, the foremost first. */
export async function asOnePlate(edition: Edition, _part: string, id?: string): Promise<MadePlate | null> {
  const text = await getTranslations("public.plates");
  const say = await sayer();
  const item = edition.items.find((one) => one.id === id);
  const round = item && lastAsked(edition.rounds, item.id);
  const options = round ? optionsInOrder(item, round.figures) : [];
  const [first] = options;
  if (!item || !round || !first || first.figure.n === 0) return null;
  const { min, max } = scaleBounds(first.part.scale)!;
  return {
    title: say(readForemost(item, round.figures)),
    caption: text(`as-one.${item.kind}`, { item: item.title, round: round.round, n: first.figure.n }),
    draw: (room, ink) =>
      rowLayout(
        options.map((option) => ({
          key: option.part.id,
          title: option.part.question,
          draw: drawn(item, option, ink),
          aside: asideOf(item, option),
        })),
        item.kind === "choice" ? ["", ""] : [String(min), String(max)],
        room,
        ink,
      ),
  };
}

function drawn(item: Item, { part, figure }: OptionFigure, ink: Ink) {
  if (item.kind === "choice") {
    const { count, n, percent } = chosenIn(figure);
    return bar(count, n, `${percent}%`, ink.late, ink);
  }
  const middle = figure.q1 === null || figure.q3 === null ? null : { low: figure.q1, high: figure.q3 };
  const at = item.kind === "ranking" ? meanRankIn(figure) : figure.median;
  return at === null ? null : interval(at, middle, scaleBounds(part.scale)!, ink);
}

function asideOf(item: Item, { part, figure }: OptionFigure): string {
  if (item.kind === "choice") return `n ${figure.n}`;
  const mean = item.kind === "ranking" ? meanRankIn(figure) : null;
  const value = mean === null ? figureText(part.scale, figure.median ?? 0) : numberText(mean, 1);
  return `${value}, n ${figure.n}`;
}
