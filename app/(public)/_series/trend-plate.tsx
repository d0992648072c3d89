import { getTranslations } from "next-intl/server";
import type { ReactElement } from "react";
import { environment } from "@/db/environment";
import type { Series } from "@/db/queries/series";
import { trendsOf } from "@/delphi/wave-trend";
import { paperInk } from "@/ui/plates/ink";
import { Plate, plateRoom } from "@/ui/plates/plate";
import { rowLayout } from "@/ui/plates/row-layout";
import { TREND_HEIGHT, trendLine } from "@/ui/plates/trend-line";
import { WIDE } from "../_plates/plate-image";
import { panelBreaksSaid } from "./series-waves";
import { trendGroups } from "./trend-groups";
import { trendFrame, trendWords } from "./trend-rows";

/** A picture of a series with everything that tells where it comes from; null where there is none of that name. */
export async function trendPlate(series: Series, name: string): Promise<ReactElement | null> {
  const group = (await trendGroups(trendsOf(series.waves, series.panelShare))).find(({ id }) => id === name);
  if (!group) return null;
  const text = await getTranslations("public.series");
  const simulated = await getTranslations("shared.simulated");
  const { title, caption, range } = await trendFrame(group.trends);
  const rows = await Promise.all(group.trends.map((trend) => trendWords(series, trend)));
  const ends = [series.waves[0]!, series.waves.at(-1)!].map(({ number }) => text("wave", { number }));
  const body = rowLayout(
    rows.map(({ key, title: name, stops, note, verdict, n }) => ({
      key,
      title: note ? `${name} (${note})` : name,
      draw: trendLine(stops, range, paperInk),
      aside: n === null ? "" : [verdict, text("n", { n })].filter(Boolean).join(", "),
    })),
    [ends[0]!, ends[1]!],
    plateRoom(WIDE),
    paperInk,
    TREND_HEIGHT,
  );
  const texts = {
    title: `${group.title}: ${title}`,
    caption: [caption, ...(await panelBreaksSaid(series))].join(" "),
    source: await sourceOf(series),
    simulated: series.waves.some(({ edition }) => edition.study.simulated) ? simulated("mark") : null,
  };
  return <Plate texts={texts} width={WIDE} ink={paperInk} body={body} />;
}

async function sourceOf({ slug, name, waves }: Series): Promise<string> {
  const text = await getTranslations("public.series.plates");
  const editions = waves.map(({ number, edition, digest }) =>
    text("edition", {
      wave: number,
      number: edition.number,
      title: edition.study.title,
      digest: digest.slice(0, 16),
    }),
  );
  return text("source", {
    organiser: waves.at(-1)!.edition.study.organiser || "Tholos",
    name,
    editions: editions.join("; "),
    url: `${environment().url}/series/${slug}`,
  });
}
