import { getTranslations } from "next-intl/server";
import { visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { type Series, series } from "@/db/queries/series";
import { NotFound } from "@/db/run";
import { csvOf } from "@/delphi/csv";
import { SERIES_COLUMNS, seriesDocument, seriesRows } from "@/delphi/series-document";
import { atom } from "../_data/atom";
import { platePng, plateSvg } from "../_plates/plate-image";
import { PICTURE_POLICY } from "../_plates/plate-response";
import { trendPlate } from "./trend-plate";

type Context = { params: Promise<{ series: string }> };

/** The figures of a series and the digests of the editions that they are taken from. */
export const seriesJson = seriesFile(
  "series.json",
  "application/json; charset=utf-8",
  (found) => `${JSON.stringify(seriesDocument(found, environment().url), null, 1)}\n`,
);

/** The figures alone, a row for each wave of each question. */
export const seriesCsv = seriesFile("series.csv", "text/csv; charset=utf-8; header=present", (found) =>
  csvOf(SERIES_COLUMNS, seriesRows(found.waves, found.panelShare)),
);

/** A series grows with each wave, so nobody may keep its files; the editions that they name can be kept. */
function seriesFile(name: string, type: string, make: (found: Series) => string) {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    const found = await find((await params).series);
    if (!found) return missing();
    return new Response(make(found), {
      headers: {
        ...NOT_KEPT,
        "content-type": type,
        "content-disposition": `attachment; filename="${fileName(found, name)}"`,
      },
    });
  };
}

/** The waves of a series as an Atom feed, the latest first: who follows it hears of each new wave and edition. */
export async function seriesFeed(_request: Request, { params }: Context): Promise<Response> {
  const found = await find((await params).series);
  if (!found) return missing();
  const text = await getTranslations("public.series.feed");
  const site = environment().url;
  const page = `${site}/series/${found.slug}`;
  return atom(page, {
    title: text("title", { name: found.name }),
    page,
    self: `${page}/feed.xml`,
    author: found.waves.at(-1)?.edition.study.organiser || "Tholos",
    entries: found.waves
      .toReversed()
      .map(({ number, edition: { number: edition, study, publishedOn }, digest }) => ({
        title: text("entry", { wave: number, title: study.title, edition }),
        url: `${site}/studies/${study.slug}/editions/${edition}`,
        updated: new Date(`${publishedOn}T00:00:00Z`),
        summary: text("summary", { digest, simulated: study.simulated ? "yes" : "no" }),
      })),
  });
}

/** A picture of a series as a file, `trend-1.svg` or `trend-1.png`. */
export async function seriesPicture(
  _request: Request,
  { params }: { params: Promise<{ series: string; picture: string }> },
): Promise<Response> {
  const { series: slug, picture } = await params;
  const [, name, type] = /^(trend-\d{1,3})\.(svg|png)$/.exec(picture) ?? [];
  const found = name ? await find(slug) : null;
  const plate = found && name && (await trendPlate(found, name));
  if (!found || !plate) return missing();
  const headers = {
    ...NOT_KEPT,
    "content-type": type === "svg" ? "image/svg+xml; charset=utf-8" : "image/png",
    "content-security-policy": PICTURE_POLICY,
    "content-disposition": `inline; filename="${fileName(found, picture)}"`,
  };
  return new Response(type === "svg" ? await plateSvg(plate) : await platePng(plate), { headers });
}

const NOT_KEPT = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

const missing = (): Response =>
  new Response("There is no such series here.\n", {
    status: 404,
    headers: { ...NOT_KEPT, "content-type": "text/plain; charset=utf-8" },
  });

/** "europe-and-belarus-simulated-panel-series.csv": says what it is, wherever it ends up. */
const fileName = ({ slug, waves }: Series, rest: string): string =>
  `${slug}${waves.some(({ edition }) => edition.study.simulated) ? "-simulated-panel" : ""}-${rest}`;

async function find(slug: string): Promise<Series | null> {
  try {
    return await series(visitor, { series: slug });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
