import { getTranslations } from "next-intl/server";
import type { ShownFigure } from "@/delphi/figure";
import { shortLabel } from "@/delphi/point-words";
import type { Edition } from "@/delphi/publication";

/** What the two bars of an answer count, with the ends of the scale of confidence and what they weigh. */
export async function confidenceCaption(
  edition: Edition,
  { round, n, weighted }: ShownFigure,
): Promise<string> {
  const text = await getTranslations("public.results.confidence");
  const asked = edition.items.find(({ id }) => id === weighted?.by.item);
  const scale = asked?.parts.find(({ id }) => id === weighted?.by.part)?.scale;
  const points = scale?.kind === "ordinal" ? scale.points : [];
  const weights = weighted?.weights ?? [];
  return text("caption", {
    round,
    n,
    least: weights[0] ?? 0,
    greatest: weights.at(-1) ?? 0,
    low: shortLabel(points[0]?.label ?? ""),
    high: shortLabel(points.at(-1)?.label ?? ""),
    steps: weights.length === points.length ? "points" : "sides",
  });
}
