/** A block of data for search engines. It is no script: browsers run nothing of it, and "<" can't end it early. */
export function DatasetScript({ dataset }: { dataset: object }) {
  const json = JSON.stringify(dataset).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
