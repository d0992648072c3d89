import { environment } from "@/db/environment";
import { licenceUrl } from "@/delphi/licence";
import type { Edition } from "@/delphi/publication";

/** What a search engine for data learns of an edition (schema.org Dataset). */
export function datasetOf(edition: Edition, digest: string): object {
  const { slug, title, question, organiser, simulated, licence } = edition.study;
  const url = `${environment().url}/studies/${slug}/editions/${edition.number}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${title}, edition ${edition.number}${simulated ? " (simulated panel)" : ""}`,
    description: `${simulated ? "Simulated panel: the answers were drawn by a program. " : ""}Results of a Delphi study in ${edition.rounds.length} rounds. The question: ${question}`,
    url,
    identifier: `sha256:${digest}`,
    version: String(edition.number),
    datePublished: edition.publishedOn,
    isAccessibleForFree: true,
    ...(licence && { license: licenceUrl(licence) }),
    creator: { "@type": "Organization", name: organiser || "Tholos" },
    measurementTechnique: "Delphi method",
    temporalCoverage: `${edition.rounds[0]!.openedOn}/${edition.rounds.at(-1)!.closedOn}`,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${url}/results.csv` },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${url}/results.json` },
      {
        "@type": "DataDownload",
        encodingFormat: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        contentUrl: `${url}/results.xlsx`,
      },
      { "@type": "DataDownload", encodingFormat: "application/zip", contentUrl: `${url}/bundle.zip` },
    ],
  };
}
