import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { load } from "@/app/_server/load";
import { pictureWords } from "@/app/_server/picture-words";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { Explorer } from "@/ui/explorer/explorer";
import { canBeExplored, exploredEdition } from "../../../../_explore/explored-edition";
import { ReaderPage } from "../../../../_frame/reader-page";
import { StudyStrips } from "../../../../_frame/study-strips";
import { editionLine } from "../../../../_results/results-reading";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.explore");
  return { title: text("title"), robots: { index: false } };
}

/** The figures of the latest edition, to be chosen among. Its script is fetched here and nowhere else. */
export default async function ExplorePage({ params }: Props) {
  const { slug } = await params;
  const { title, simulated, published } = await load(() => results(visitor, { study: slug }));
  if (!published || !canBeExplored(published.edition)) notFound();
  const explored = await exploredEdition(published.edition);
  const text = await getTranslations("public.explore");
  const { median, middleHalf, n, to, at } = await pictureWords();
  const base = `/studies/${slug}/results`;
  const own = [
    "criterion",
    "show",
    "rounds",
    "groups",
    "items",
    "all",
    "chosen",
    "item",
    "view",
    "byRound",
    "byAnswer",
    "numbers",
    "hint",
    "ends",
    "inTable",
    "upper",
  ] as const;
  return (
    <ReaderPage
      current="studies"
      width="wide"
      context={title}
      strips={<StudyStrips simulated={simulated} rounds={published.edition.rounds} />}
    >
      <p className="font-sans text-sm text-muted">
        <a href={base} className="link">
          {text("results")}
        </a>
        {` · ${title} · ${await editionLine(published.edition)}`}
      </p>
      <h1 className="mt-3">{text("title")}</h1>
      <p className="mt-4 mb-8 max-w-measure">{text("lead")}</p>
      <noscript>
        <p className="mb-8 border-l-2 border-caution pl-4">
          {text("no-script")}{" "}
          <a href={`/studies/${slug}/results.csv`} className="link">
            {text("file")}
          </a>
        </p>
      </noscript>
      <Explorer
        explored={explored}
        base={base}
        words={
          {
            ...Object.fromEntries(own.map((key) => [key, text(key)])),
            median,
            middleHalf,
            n,
            to,
            at,
          } as Parameters<typeof Explorer>[0]["words"]
        }
      />
    </ReaderPage>
  );
}
