import { getTranslations } from "next-intl/server";
import { sayer } from "@/app/_server/say";
import type { PartAudit } from "@/delphi/attrition-part";
import { readCase } from "@/delphi/attrition-reading";
import { type Item, ratedParts } from "@/delphi/item";
import type { Table } from "@/ui/table";

type TableProps = Pick<Parameters<typeof Table>[0], "columns" | "rows">;

/** "Low-cost contacts · desirability": the item, and its part where it has several. */
function named(items: readonly Item[], { item: id, part }: PartAudit): string {
  const item = items.find((one) => one.id === id);
  return item && ratedParts(item).length > 1 ? `${item.title} · ${part}` : (item?.title ?? id);
}

/** The verdicts of an audit under each assumption, in words. */
export async function casesTable(
  items: readonly Item[],
  parts: readonly PartAudit[],
  k: number,
): Promise<TableProps> {
  const t = await getTranslations("shared.attrition");
  const say = await sayer();
  const cases = {
    verdict: "verdict",
    completers: "completers",
    carried: "carriedForward",
    best: "best",
    worst: "worst",
  } as const;
  return {
    columns: [
      { key: "item", label: t("item") },
      ...Object.keys(cases).map((key) => ({ key, label: t(key) })),
    ],
    rows: parts.map((part) => ({
      key: `${part.item}/${part.part}`,
      cells: {
        item: named(items, part),
        ...Object.fromEntries(
          Object.entries(cases).map(([key, field]) => [key, say(readCase(part[field], k))]),
        ),
      },
    })),
  };
}
