import type { ShownFigure } from "@/delphi/figure";
import { type Item, isAnsweredAsOne, judgedParts } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { standingFigure } from "@/delphi/summary";

/** A question on which the panel does not agree by the declared rule, and whether that has settled. */
export type Dissenting = { readonly item: Item; readonly figure: ShownFigure; readonly settled: boolean };

const isDissent = (figure: ShownFigure | null): boolean => figure?.mark != null && figure.mark !== "agreed";

/** By its first criterion; the sharpest divisions first. What was preferred to what is told where it was asked. */
export function dissenting({ items, rounds }: Edition): readonly Dissenting[] {
  return items
    .flatMap((item): Dissenting[] => {
      if (isAnsweredAsOne(item) && item.kind !== "estimate") return [];
      const part = judgedParts(item)[0];
      const figure = part && standingFigure(rounds, item.id, part.id);
      if (!figure || figure.withheld !== null || !isDissent(figure)) return [];
      return [{ item, figure, settled: figure.stability?.met === true }];
    })
    .sort((a, b) => rank(a) - rank(b) || smallerCamp(b) - smallerCamp(a));
}

/** What is said where `dissenting` finds nothing: that all agree, that nothing was judged, or where else to look. */
export function withoutDissent({ items, rounds }: Edition): "none" | "unknown" | "as-one" {
  const marks = items.flatMap((item) =>
    judgedParts(item).flatMap((part) => {
      const figure = standingFigure(rounds, item.id, part.id);
      return figure?.withheld === null && figure.mark !== null ? [figure.mark] : [];
    }),
  );
  if (marks.length === 0) return "unknown";
  return marks.every((mark) => mark === "agreed") ? "none" : "as-one";
}

const rank = ({ item, figure }: Dissenting): number =>
  item.kind === "stance" ? -1 : ["divided", "open", "majority"].indexOf(figure.mark!);

const smallerCamp = ({ figure }: Dissenting): number =>
  Math.min(figure.topPercent ?? 0, figure.bottomPercent ?? 0);
