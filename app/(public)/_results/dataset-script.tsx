import type { Edition } from "@/delphi/publication";
import { datasetOf } from "../_data/dataset";

/** A block of data for search engines. It is no script: browsers run nothing of it, and "<" can't end it early. */
export function DatasetScript({ edition, digest }: { edition: Edition; digest: string }) {
  const json = JSON.stringify(datasetOf(edition, digest)).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
