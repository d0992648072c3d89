import { getTranslations } from "next-intl/server";
import { estimateAxis } from "@/app/_figures/estimate-axis";
import { sayer } from "@/app/_server/say";
import { quantityOf, STANDARD_LEVEL } from "@/delphi/estimate";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { BEST } from "@/delphi/estimate-part";
import { figureOf } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";
import { quantityText } from "@/delphi/quantity";
import { interval } from "@/ui/plates/drawings";
import { rowLayout } from "@/ui/plates/row-layout";
import type { MadePlate } from "./make-plate";

/** One estimate in every round that asked it, then in each group of the last of them: the best one in its interval. */
export async function estimatePlate(edition: Edition, item: Item): Promise<MadePlate | null> {
  const text = await getTranslations("public");
  const say = await sayer();
  const { strata, minimumGroup } = edition.protocol;
  const last = lastAsked(edition.rounds, item.id);
  const standing = last && estimateFigures(item, last.figures);
  if (!last || !standing) return null;
  const groups = [
    ...edition.rounds
      .filter(({ asked }) => asked.includes(item.id))
      .map(({ round, figures }) => ({ title: text("results.round", { round }), figures, stratum: null })),
    ...(strata.length < 2
      ? []
      : strata.map(({ id, title }) => ({ title, figures: last.figures, stratum: id }))),
  ];
  const shown = groups.map(({ figures, stratum }) => estimateFigures(item, figures, stratum));
  const scale = quantityOf(item);
  const medians = shown.flatMap((one) =>
    one ? [one.low, one.best, one.high].map(({ median }) => median!) : [],
  );
  const { range } = estimateAxis(scale, medians);
  return {
    title: say(readEstimate(item, standing)),
    caption: text("plates.estimate", { item: item.title, round: last.round, level: STANDARD_LEVEL }),
    draw: (room, ink) =>
      rowLayout(
        groups.map(({ title, figures, stratum }, at) => {
          const key = `${at} ${stratum}`;
          const one = shown[at];
          const figure = figureOf(figures, item.id, BEST, stratum);
          if (figure?.withheld)
            return { key, title, draw: null, aside: say(readWithheld(figure.withheld, minimumGroup)) };
          if (!one) return { key, title, draw: null, aside: "" };
          const ends = { low: one.low.median!, high: one.high.median! };
          const aside = `${quantityText(scale, one.best.median!)}, n ${one.best.n}`;
          return { key, title, draw: interval(one.best.median!, ends, range, ink), aside };
        }),
        [quantityText(scale, range.min), quantityText(scale, range.max)],
        room,
        ink,
      ),
  };
}
