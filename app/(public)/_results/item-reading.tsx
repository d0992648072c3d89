import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Results } from "@/db/queries/results";
import type { Item } from "@/delphi/item";
import type { Edition } from "@/delphi/publication";
import { Article } from "../_frame/article";
import { ReaderPage } from "../_frame/reader-page";
import { StudyStrips } from "../_frame/study-strips";
import { ItemTrend, itemTrends } from "../_series/item-trend";
import { ItemArticle, itemChapters } from "./item-article";
import { ItemNeighbours } from "./item-neighbours";
import { editionLine } from "./results-reading";

/** The item of that name in an edition; a page that no edition has is not found. */
export function itemOf(results: Results, id: string): { edition: Edition; digest: string; item: Item } {
  const item = results.published?.edition.items.find((one) => one.id === id);
  if (!results.published || !item) notFound();
  return { edition: results.published.edition, digest: results.published.digest, item };
}

export async function itemMetadata(results: Results, id: string): Promise<Metadata> {
  const { item } = itemOf(results, id);
  const text = await getTranslations("public.results");
  return {
    title: text("item.page-title", { item: item.title, title: results.title }),
    description: item.text,
  };
}

/** One item of an edition with all that the edition says about it. `base` is the edition's own page. */
export async function ItemReading({ results, id, base }: { results: Results; id: string; base: string }) {
  const { edition, digest, item } = itemOf(results, id);
  const text = await getTranslations("public.results");
  const waves = await itemTrends(edition, digest, item);
  const chapters = await itemChapters(edition, item);
  const trend = { id: "waves", title: (await getTranslations("public.series"))("trend") };
  return (
    <ReaderPage
      current="studies"
      width="wide"
      context={results.title}
      strips={<StudyStrips simulated={results.simulated} rounds={edition.rounds} />}
    >
      <p className="font-sans text-sm text-muted">
        <a href={base} className="link">
          {text("title")}
        </a>
        {` · ${results.title} · ${await editionLine(edition)}`}
      </p>
      <h1 className="mt-3 max-w-4xl [overflow-wrap:anywhere]">{item.title}</h1>
      {item.text ? <p className="mt-4 max-w-measure">{item.text}</p> : null}
      <Article label={text("contents")} chapters={waves ? [...chapters, trend] : chapters}>
        <ItemArticle edition={edition} item={item} />
        {waves ? <ItemTrend {...waves} /> : null}
        <ItemNeighbours edition={edition} item={item} base={base} />
      </Article>
    </ReaderPage>
  );
}
