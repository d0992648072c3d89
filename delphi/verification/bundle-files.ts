import { csvOf } from "../csv";
import type { Edition } from "../publication";
import { type DescribedColumn, resultsDocument } from "../results-document";
import { resultsTable } from "../results-table";
import { DIGEST_LIST, digestList } from "./digest-list";
import type { BundleFiles } from "./zip";

/** The stored texts of an edition: its own, those of its parts as they stand now, and the locked protocol. */
export type EditionTexts = {
  readonly edition: string;
  readonly parts: ReadonlyMap<string, string>;
  readonly protocol: string;
};

/** An edition and all that it takes to compute and check it, by file name. */
export function bundleFiles(
  edition: Edition,
  digest: string,
  texts: EditionTexts,
  described: readonly DescribedColumn[],
): Map<string, string> {
  const { columns, rows } = resultsTable(edition);
  return new Map([
    ["edition.json", texts.edition],
    ["protocol.json", texts.protocol],
    ...[...texts.parts].map(([part, body]) => [`parts/${part}.json`, body] as const),
    ...edition.receipts.map(
      ({ round, counted }) =>
        [`receipts/round-${round}.txt`, counted.map((receipt) => `${receipt}\n`).join("")] as const,
    ),
    ["results.csv", csvOf(columns, rows)],
    ["results-columns.csv", csvOf(["column", "description"], described)],
    ["results.json", `${JSON.stringify(resultsDocument({ edition, digest }, described), null, 1)}\n`],
  ]);
}

/** The same as bytes, with the list of digests that covers each of them. */
export function withDigestList(
  files: ReadonlyMap<string, string | Uint8Array>,
  sha256: (bytes: Uint8Array) => string,
): BundleFiles {
  const bytes = new Map(
    [...files].map(([name, body]) => [
      name,
      typeof body === "string" ? new TextEncoder().encode(body) : body,
    ]),
  );
  const digests = new Map([...bytes].map(([name, body]) => [name, sha256(body)]));
  return bytes.set(DIGEST_LIST, new TextEncoder().encode(digestList(digests)));
}
