import { environment } from "@/db/environment";
import type { Series } from "@/db/queries/series";

/** What a search engine for data learns of a series (schema.org Dataset): its files, and the edition of each wave. */
export function seriesDataset({ slug, name, waves }: Series): object | null {
  const latest = waves.at(-1)?.edition;
  if (!latest) return null;
  const site = environment().url;
  const url = `${site}/series/${slug}`;
  const simulated = waves.some(({ edition }) => edition.study.simulated);
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${name}${simulated ? " (simulated panel)" : ""}`,
    description: `${simulated ? "Simulated panel: the answers were drawn by a program. " : ""}What ${waves.length === 1 ? "the first wave" : `each of ${waves.length} waves`} of a Delphi study found. The question: ${latest.study.question}`,
    url,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: latest.study.organiser || "Tholos" },
    measurementTechnique: "Delphi method",
    temporalCoverage: `${waves[0]!.edition.rounds[0]!.openedOn}/${latest.rounds.at(-1)!.closedOn}`,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${url}/series.csv` },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${url}/series.json` },
    ],
    hasPart: waves.map(({ edition: { number, study, publishedOn }, digest }) => ({
      "@type": "Dataset",
      name: `${study.title}, edition ${number}`,
      description: study.question,
      url: `${site}/studies/${study.slug}/editions/${number}`,
      identifier: `sha256:${digest}`,
      datePublished: publishedOn,
    })),
  };
}
