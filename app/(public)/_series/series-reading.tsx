import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import type { Series } from "@/db/queries/series";
import { askedOnce, trendsOf } from "@/delphi/wave-trend";
import { DatasetScript } from "../_data/dataset-script";
import { Article, Section } from "../_frame/article";
import { ReaderPage } from "../_frame/reader-page";
import { SimulatedStrip } from "../_frame/simulated-strip";
import { seriesDataset } from "./series-dataset";
import { SeriesMethod } from "./series-method";
import { PanelBreaks, RemovedWaves, WaveTable } from "./series-waves";
import { trendGroups } from "./trend-groups";
import { TrendFiles, TrendPicture } from "./trend-picture";

export async function seriesMetadata({ slug, name, waves, panelShare }: Series): Promise<Metadata> {
  const text = await getTranslations("public.series");
  const title = text("page-title", { name });
  const description = waves.at(-1)?.edition.study.question;
  const url = `${environment().url}/series/${slug}`;
  const [picture] = await trendGroups(trendsOf(waves, panelShare));
  const images = picture ? [{ url: `${url}/pictures/${picture.id}.png`, type: "image/png" }] : [];
  return {
    title,
    description,
    openGraph: { title, description, type: "article", url, images },
    ...(picture && { twitter: { card: "summary_large_image" } }),
    alternates: {
      types: {
        "application/atom+xml": `${url}/feed.xml`,
        "application/json": `${url}/series.json`,
      },
    },
  };
}

/** A series as a page: its waves, then the trend of everything that more than one of them asked. */
export async function SeriesReading({ series }: { series: Series }) {
  const text = await getTranslations("public.series");
  const { name, waves, panelShare } = series;
  const groups = await trendGroups(trendsOf(waves, panelShare));
  const once = askedOnce(waves);
  const showsOnce = once.length > 0 && waves.length > 1;
  const dataset = seriesDataset(series);
  const chapters = [
    { id: "waves", title: text("waves.title") },
    ...groups.map(({ id, title }) => ({ id, title })),
    ...(showsOnce ? [{ id: "once", title: text("once.title") }] : []),
    { id: "reading", title: text("method.title") },
    { id: "data", title: text("data.title") },
  ];
  return (
    <ReaderPage
      current="studies"
      width="wide"
      context={name}
      strips={waves.some(({ edition }) => edition.study.simulated) ? <SimulatedStrip /> : null}
    >
      <p className="font-sans text-sm text-muted">{text("kind", { name, waves: waves.length })}</p>
      <h1 className="mt-3 max-w-4xl [overflow-wrap:anywhere]">
        {waves.at(-1)?.edition.study.question ?? name}
      </h1>
      {dataset ? <DatasetScript dataset={dataset} /> : null}
      <p className="mt-6 max-w-measure">
        {text(leadOf(waves.length, groups.length), { waves: waves.length })}
      </p>
      <Article label={text("contents")} chapters={chapters}>
        <Section
          id="waves"
          title={text("waves.title")}
          wide={
            <div className="space-y-6">
              {waves.length > 0 ? <WaveTable series={series} /> : null}
              <RemovedWaves series={series} />
            </div>
          }
        >
          <PanelBreaks series={series} />
        </Section>
        {groups.map(({ id, title, trends }) => (
          <Section
            key={id}
            id={id}
            title={title}
            wide={
              <div className="space-y-3">
                <TrendPicture series={series} trends={trends} />
                <TrendFiles series={series.slug} id={id} />
              </div>
            }
          />
        ))}
        {showsOnce ? (
          <Section id="once" title={text("once.title")}>
            <p>{text("once.lead")}</p>
            <ul className="list-disc space-y-1 pl-5">
              {once.map(({ item, wave }) => (
                <li key={`${wave} ${item.id}`} className="[overflow-wrap:anywhere]">
                  {text("once.item", { title: item.title, wave })}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <SeriesMethod series={series} />
      </Article>
    </ReaderPage>
  );
}

function leadOf(waves: number, groups: number): "lead-none" | "lead-one" | "lead-nothing" | "lead" {
  if (waves === 0) return "lead-none";
  if (waves === 1) return "lead-one";
  return groups === 0 ? "lead-nothing" : "lead";
}
