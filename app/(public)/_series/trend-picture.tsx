import { getTranslations } from "next-intl/server";
import { pictureWords } from "@/app/_server/picture-words";
import { sayer } from "@/app/_server/say";
import type { Series } from "@/db/queries/series";
import { reading } from "@/delphi/reading";
import type { Trend } from "@/delphi/wave-trend";
import { TrendLines } from "@/ui/pictures/trend-lines";
import { trendFrame, trendWords } from "./trend-rows";

const MARKS = ["agreed", "majority", "divided", "open"] as const;

const isUsed = (trends: readonly Trend[], mark: (typeof MARKS)[number]): boolean =>
  trends.some(({ points }) => points.some(({ figure }) => figure?.mark === mark));

/** The lines of one group of items through all waves, under what they show between the last two that can be compared. */
export async function TrendPicture({
  series,
  trends,
  ofOne = false,
}: {
  series: Series;
  trends: readonly Trend[];
  /** On the item's own page its name is known: rows are named by what was asked about it. */
  ofOne?: boolean;
}) {
  const text = await getTranslations("public.series");
  const say = await sayer();
  const rows = await Promise.all(trends.map((trend) => trendWords(series, trend)));
  return (
    <TrendLines
      {...(await trendFrame(trends))}
      heading={3}
      waves={series.waves.map(({ number }) => text("wave", { number }))}
      rows={rows.map(({ key, title, criterion, href, stops, note, verdict, n }) => ({
        key,
        title: ofOne ? criterion : title,
        ...(!ofOne && { href }),
        stops,
        note,
        aside:
          n === null ? (
            "–"
          ) : (
            <>
              {verdict ? <span className="block text-ink">{verdict}</span> : null}
              <span className="block">{text("n", { n })}</span>
            </>
          ),
      }))}
      marks={MARKS.filter((mark) => isUsed(trends, mark)).map((mark) => ({
        mark,
        label: say(reading(`verdict.${mark}`)),
      }))}
      words={await pictureWords()}
    />
  );
}

/** The same picture as files: they carry their finding, n, the editions and their digests. */
export async function TrendFiles({ series, id }: { series: string; id: string }) {
  const text = await getTranslations("public.series.plates");
  return (
    <p className="screen-only font-sans text-sm text-muted">
      <a href={`/series/${series}/pictures/${id}.svg`} className="link">
        {text("svg")}
      </a>
      ,{" "}
      <a href={`/series/${series}/pictures/${id}.png`} className="link">
        {text("png")}
      </a>
    </p>
  );
}
