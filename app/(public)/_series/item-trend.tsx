import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { series as readSeries, type Series } from "@/db/queries/series";
import { hasOptions, type Item } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { type Trend, trendsOf } from "@/delphi/wave-trend";
import { Section } from "../_frame/article";
import { PanelBreaks } from "./series-waves";
import { TrendPicture } from "./trend-picture";
import { publicWave } from "./wave-line";

export type ItemTrends = { readonly series: Series; readonly trends: readonly Trend[] };

/** An item's trend, on the page of the edition that its series takes its figures from; null where it has none. */
export async function itemTrends(edition: Edition, digest: string, item: Item): Promise<ItemTrends | null> {
  const wave = await publicWave(edition.study.slug);
  if (!wave || wave.of < 2) return null;
  const series = await readSeries(visitor, { series: wave.series });
  if (!series.waves.some((one) => one.digest === digest)) return null;
  const trends = trendsOf(series.waves, series.panelShare).filter((trend) => trend.item.id === item.id);
  return trends.length === 0 ? null : { series, trends };
}

export async function ItemTrend({ series, trends }: ItemTrends) {
  const text = await getTranslations("public.series");
  const together = hasOptions(trends[0]!.item);
  return (
    <Section
      id="waves"
      title={text("trend")}
      note={<PanelBreaks series={series} />}
      wide={(together ? [trends] : trends.map((trend) => [trend])).map((group) => (
        <TrendPicture key={group[0]!.part.id} series={series} trends={group} ofOne />
      ))}
    >
      <p>
        {text("trend-lead")} “{series.name}”.{" "}
        <a href={`/series/${series.slug}`} className="link">
          {text("trend-go")}
        </a>
      </p>
    </Section>
  );
}
