import { getTranslations } from "next-intl/server";
import { hasOptions, ratedParts } from "@/delphi/item";
import { ITEM_KINDS, type ItemKind } from "@/delphi/item-kind";
import { isQuantity } from "@/delphi/scale";
import type { Trend } from "@/delphi/wave-trend";
import { criterionName } from "../_results/option-standing";

/** Trends that stand in one picture: the same kind of item, answered on the same criterion. */
export type TrendGroup = {
  /** Names its chapter and its picture's file. */
  readonly id: string;
  readonly title: string;
  readonly trends: readonly Trend[];
};

/** What is answered in words, and what experts say of themselves, has no line. */
type Drawn = Exclude<ItemKind, "open" | "about">;
const KINDS = ITEM_KINDS.filter((kind): kind is Drawn => kind !== "open" && kind !== "about");

/** The pictures of a series in the order of its page. Items on different scales never share an axis. */
export async function trendGroups(trends: readonly Trend[]): Promise<readonly TrendGroup[]> {
  const text = await getTranslations("public.series.group");
  const groups = new Map<string, { title: string; trends: Trend[] }>();
  for (const kind of KINDS)
    for (const trend of trends.filter(({ item }) => item.kind === kind)) {
      const { item, part } = trend;
      const alone = hasOptions(item) || isQuantity(part.scale);
      const key = JSON.stringify([kind, alone ? item.id : part.id, part.scale]);
      const many = !alone && ratedParts(item).length > 1;
      const name = alone ? item.title : many ? criterionName(part) : text(kind);
      const isOther = !groups.has(key) && [...groups.values()].some(({ title }) => title === name);
      const title = isOther ? text("other-scale", { title: name }) : name;
      const group = groups.get(key) ?? { title, trends: [] };
      groups.set(key, { ...group, trends: [...group.trends, trend] });
    }
  return [...groups.values()].map((group, at) => ({ id: `trend-${at + 1}`, ...group }));
}
