import { visitor } from "@/db/actor";
import { type EditionTexts, editionTexts } from "@/db/queries/edition-texts";
import { hashOf } from "@/db/sealing";
import { DIGEST_LIST, digestList } from "@/delphi/verification/digest-list";
import { packBundle } from "@/delphi/verification/zip";
import { columnsText } from "./columns";
import { dataFile, fileName, type Published } from "./data-file";
import { readme } from "./readme";
import { resultsCsvText } from "./results-csv";
import { resultsJsonText } from "./results-json";

type Body = string | Uint8Array;
type Make = (published: Published, texts: EditionTexts) => Body | Promise<Body>;

/** The files of a bundle beside its parts and receipts: a further one is a line here. */
const FILES: Readonly<Record<string, Make>> = {
  "README.txt": (published, texts) => readme(published, texts),
  "edition.json": (_published, texts) => texts.edition,
  "protocol.json": (_published, texts) => texts.protocol,
  "results-columns.csv": columnsText,
  "results.csv": resultsCsvText,
  "results.json": resultsJsonText,
};

/** An edition with everything that it takes to read, compute and check it, in one archive. */
export const bundleZip = dataFile(async (published) => {
  const { slug } = published.edition.study;
  const texts = await editionTexts(visitor, { study: slug, edition: published.edition.number });
  const files = new Map<string, Body>();
  for (const [name, make] of Object.entries(FILES)) files.set(name, await make(published, texts));
  for (const [digest, body] of texts.parts) files.set(`parts/${digest}.json`, body);
  for (const { round, counted } of published.edition.receipts)
    files.set(`receipts/round-${round}.txt`, counted.map((receipt) => `${receipt}\n`).join(""));
  files.set(DIGEST_LIST, digestList(new Map([...files].map(([name, body]) => [name, hashOf(body)]))));
  const encoded = [...files].map(([name, body]) => [name, bytesOf(body)] as const);
  return {
    type: "application/zip",
    name: fileName(published, "bundle.zip"),
    body: packBundle(new Map(encoded)),
  };
});

const bytesOf = (body: Body): Uint8Array =>
  typeof body === "string" ? new TextEncoder().encode(body) : body;
