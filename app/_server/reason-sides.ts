import { getLocale, getTranslations } from "next-intl/server";
import { type Item, ratedParts } from "@/delphi/item";
import { shortLabel } from "@/delphi/point-words";
import { endsOf } from "@/delphi/scale";

/** What the two sides of an item's first scale are called above reasons: “undesirable” or “very undesirable”. */
export async function reasonSides(item: Item): Promise<{ lower: string; higher: string }> {
  const text = await getTranslations("shared.reason-sides");
  const scale = ratedParts(item)[0]?.scale;
  if (scale?.kind !== "ordinal") return { lower: text("below"), higher: text("above") };
  const { bottomTo, topFrom } = endsOf(scale);
  const list = new Intl.ListFormat(await getLocale(), { type: "disjunction" });
  const named = (inSide: (value: number) => boolean) =>
    list.format(
      scale.points.filter((point) => inSide(point.value)).map((point) => `“${shortLabel(point.label)}”`),
    );
  return { lower: named((value) => value <= bottomTo), higher: named((value) => value >= topFrom) };
}
