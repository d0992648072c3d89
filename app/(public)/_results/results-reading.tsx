import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { environment } from "@/db/environment";
import type { Results } from "@/db/queries/results";
import type { Edition } from "@/delphi/publication";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { answerQuestions } from "../_answer/answer-questions";
import { datasetOf } from "../_data/dataset";
import { DatasetScript } from "../_data/dataset-script";
import { ReaderPage } from "../_frame/reader-page";
import { StudyStrips } from "../_frame/study-strips";
import { plateNames } from "../_plates/plate-names";
import { WaveLine } from "../_series/wave-line";
import { EditionArticle } from "./edition-article";

export async function resultsMetadata(results: Results): Promise<Metadata> {
  const text = await getTranslations("public.results");
  const title = text("page-title", { title: results.title });
  const { slug, published, question } = results;
  const picture = published && plateNames(published.edition)[0];
  if (!published || !picture) return { title, description: question };
  const { url } = environment();
  const edition = `${url}/studies/${slug}/editions/${published.edition.number}`;
  return {
    title,
    description: question,
    openGraph: {
      title,
      description: question,
      type: "article",
      url: edition,
      images: [{ url: `${edition}/pictures/${picture.name}.png`, type: "image/png" }],
    },
    twitter: { card: "summary_large_image" },
    alternates: {
      types: {
        "application/atom+xml": `${url}/studies/${slug}/feed.xml`,
        "application/json+oembed": `${url}/oembed?url=${encodeURIComponent(edition)}`,
      },
    },
  };
}

/** A study's results as a page: one edition, or the sentence that nothing is published yet. */
export async function ResultsReading({ results, base }: { results: Results; base: string }) {
  const text = await getTranslations("public.results");
  const { slug, simulated, title, question, published } = results;
  return (
    <ReaderPage
      current="studies"
      width="wide"
      context={title}
      strips={<StudyStrips simulated={simulated} rounds={published?.edition.rounds} />}
    >
      <p className="font-sans text-sm text-muted">
        {text("title")}
        {published ? ` · ${await editionLine(published.edition)}` : null}
      </p>
      <h1 className="mt-3 max-w-4xl">{question}</h1>
      {published ? (
        <>
          {published.edition.number < published.latest ? (
            <OlderEdition slug={slug} number={published.edition.number} latest={published.latest} />
          ) : null}
          <Corrected edition={published.edition} />
          <WaveLine study={slug} />
          {published.edition.number === published.latest &&
          (await answerQuestions(published.edition)).length > 0 ? (
            <p className="screen-only mt-4 font-sans text-base text-muted">
              {text("answer-first")}{" "}
              <a href={`/studies/${slug}/results/answer`} className="link">
                {text("answer-go")}
              </a>
            </p>
          ) : null}
          <DatasetScript dataset={datasetOf(published.edition, published.digest)} />
          <EditionArticle published={published} editions={results.editions} base={base} />
        </>
      ) : (
        <div className="mt-8 max-w-measure space-y-4">
          <h2>{text("none-title")}</h2>
          <p>{text("none")}</p>
          <p>
            <ButtonLink href={`/studies/${slug}`} look="secondary">
              {text("back")}
            </ButtonLink>
          </p>
        </div>
      )}
    </ReaderPage>
  );
}

/** "Edition 1, published 3 May 2027 · two rounds" */
export async function editionLine(edition: Edition): Promise<string> {
  const text = await getTranslations("public.results");
  const { day } = await dates();
  const line = text("edition", { number: edition.number, date: day(edition.publishedOn) });
  return `${line} · ${text("rounds", { rounds: edition.rounds.length })}`;
}

/** That this edition corrects the one before, in what, and why. */
async function Corrected({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results.correction");
  if (!edition.correction) return null;
  const titleOf = (id: string | null) => edition.items.find((item) => item.id === id)?.title ?? "";
  return (
    <div className="mt-6 max-w-measure">
      <Notice title={text("title", { number: edition.number - 1 })}>
        <p>{edition.correction.reason}</p>
        <ul className="list-disc space-y-1 pl-5">
          {edition.correction.changes.map(({ what, round, item }) => (
            <li key={`${what} ${round} ${item}`}>
              {text(what, { round: round ?? 0, title: titleOf(item) })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

async function OlderEdition({ slug, number, latest }: { slug: string; number: number; latest: number }) {
  const text = await getTranslations("public.results");
  return (
    <div className="mt-6 max-w-measure">
      <Notice>
        <p>{text("older", { number, latest })}</p>
        <p>
          <a href={`/studies/${slug}/results`} className="link">
            {text("older-go")}
          </a>
        </p>
      </Notice>
    </div>
  );
}
