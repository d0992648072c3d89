import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { Figure } from "@/delphi/figure";
import { figureText, readFinding, readWithheld } from "@/delphi/figure-reading";
import { type Edition, lastAsked } from "@/delphi/publication";
import { scaleBounds } from "@/delphi/scale";
import { distribution, interval } from "@/ui/plates/drawings";
import { rowLayout } from "@/ui/plates/row-layout";
import { figuresByRound } from "../_results/part-rounds";
import { estimatePlate } from "./estimate-plate";
import type { MadePlate } from "./make-plate";

/** One question in every round that asked it, then in each group of the last of them. */
export async function roundsPlate(edition: Edition, partId: string, id?: string): Promise<MadePlate | null> {
  const text = await getTranslations("public");
  const say = await sayer();
  const item = edition.items.find((one) => one.id === id);
  const part = item?.parts.find((one) => one.id === partId);
  if (item?.kind === "estimate") return estimatePlate(edition, item);
  const bounds = part && scaleBounds(part.scale);
  if (!item || !part || !bounds) return null;
  const rounds = figuresByRound(edition, item, part);
  const last = rounds.findLast((one) => one.withheld === null);
  if (last?.withheld !== null) return null;
  const groups = lastAsked(edition.rounds, item.id)!.figures.filter(
    (one) => one.item === item.id && one.part === part.id && one.stratum !== null,
  );
  const { strata, minimumGroup } = edition.protocol;
  const rows: readonly (readonly [string, Figure])[] = [
    ...rounds.map((one) => [text("results.round", { round: one.round }), one] as const),
    ...(strata.length < 2
      ? []
      : groups.map((one) => [strata.find((group) => group.id === one.stratum)?.title ?? "", one] as const)),
  ];
  const ends =
    part.scale.kind === "ordinal"
      ? ([part.scale.points[0]!.label, part.scale.points.at(-1)!.label] as const)
      : ([figureText(part.scale, bounds.min), figureText(part.scale, bounds.max)] as const);
  return {
    title: say(readFinding(item, part, last)),
    caption: text("plates.rounds", { item: item.title, question: part.question, round: last.round }),
    draw: (room, ink) =>
      rowLayout(
        rows.map(([title, figure]) => {
          const key = `${figure.round} ${figure.stratum}`;
          if (figure.withheld !== null)
            return { key, title, draw: null, aside: say(readWithheld(figure.withheld, minimumGroup)) };
          const { counts, median, q1, q3, n } = figure;
          if (counts) return { key, title, draw: distribution(counts, ink), aside: `n ${n}` };
          if (median === null) return { key, title, draw: null, aside: `n ${n}` };
          const middle = q1 === null || q3 === null ? null : { low: q1, high: q3 };
          const aside = `${figureText(part.scale, median)}, n ${n}`;
          return { key, title, draw: interval(median, middle, bounds, ink), aside };
        }),
        [...ends],
        room,
        ink,
      ),
  };
}
