import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import { quantityOf } from "@/delphi/estimate";
import { estimateFigures } from "@/delphi/estimate-figures";
import { BEST } from "@/delphi/estimate-part";
import { type Figure, figureOf } from "@/delphi/figure";
import { readWithheld } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { quantityText } from "@/delphi/quantity";
import { type EstimateRow, Estimates, type Span } from "@/ui/pictures/estimates";
import type { FigureTexts } from "@/ui/pictures/figure";
import type { WithheldRow } from "@/ui/pictures/rows";
import { estimateAxis } from "./estimate-axis";

/** A group of experts in one round: the whole panel where `stratum` is null. */
export type EstimateGroup = {
  readonly key: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly stratum: string | null;
};

type Props = FigureTexts & {
  item: Item;
  groups: readonly EstimateGroup[];
  /** One's own estimate, at the common confidence. */
  own?: Span | null;
  /** The single estimates, where they are shown. */
  each?: readonly Span[] | null;
  minimumGroup: number;
};

/** The best estimate of each group in its interval, on one axis; without a picture where nothing may be shown. */
export async function EstimateFigure({ item, groups, own, each, minimumGroup, ...texts }: Props) {
  const text = await getTranslations("shared.estimates");
  const say = await sayer();
  const scale = quantityOf(item);
  const rows = [
    ...groups.flatMap(({ key, title, figures, stratum }): (EstimateRow | WithheldRow)[] => {
      const shown = estimateFigures(item, figures, stratum);
      if (shown) return [{ key, title, ...drawn(shown) }];
      const figure = figureOf(figures, item.id, BEST, stratum);
      if (!figure) return [];
      const withheld = figure.withheld;
      return [
        { key, title, withheld: withheld ? say(readWithheld(withheld, minimumGroup)) : text("nobody") },
      ];
    }),
    ...(own ? [{ key: "own", title: text("own"), span: own, n: null }] : []),
  ];
  const spans = [...rows.flatMap((row) => ("span" in row ? [row.span] : [])), ...(each ?? [])];
  const middles = rows.flatMap((row) => ("middle" in row && row.middle ? Object.values(row.middle) : []));
  if (spans.length === 0) return null;
  return (
    <Estimates
      {...texts}
      {...estimateAxis(scale, [
        ...spans.flatMap(({ lower, best, upper }) => [lower, best, upper]),
        ...middles,
      ])}
      rows={rows}
      each={each ? { title: text("each"), spans: each } : null}
      print={(value) => quantityText(scale, value)}
      words={{
        item: text("group"),
        lowest: text("lowest"),
        best: text("best"),
        highest: text("highest"),
        middleHalf: text("middle-half"),
        to: text("to"),
        n: text("n"),
        you: text("own"),
        numbers: text("numbers"),
      }}
    />
  );
}

function drawn({ best, low, high }: NonNullable<ReturnType<typeof estimateFigures>>) {
  const { n, q1, q3 } = best;
  return {
    span: { lower: low.median!, best: best.median!, upper: high.median! },
    middle: q1 === null || q3 === null ? null : { low: q1, high: q3 },
    n,
  };
}
