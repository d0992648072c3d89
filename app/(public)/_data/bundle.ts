import { readFileSync } from "node:fs";
import path from "node:path";
import { visitor } from "@/db/actor";
import { environment } from "@/db/environment";
import { editionTexts } from "@/db/queries/edition-texts";
import { hashOf } from "@/db/sealing";
import { csvOf } from "@/delphi/csv";
import { citationFile, dataCite, type Named } from "@/delphi/deposit/citation";
import { type Deposited, dataPackage, roCrate } from "@/delphi/deposit/data-package";
import { estimatesTable } from "@/delphi/deposit/estimates-table";
import { itemsTable } from "@/delphi/deposit/items-table";
import { spssSyntax } from "@/delphi/deposit/spss";
import type { DescribedColumn } from "@/delphi/results-document";
import { resultsTable } from "@/delphi/results-table";
import { bundleFiles, type EditionTexts, withDigestList } from "@/delphi/verification/bundle-files";
import { packBundle } from "@/delphi/verification/zip";
import { plateFiles } from "../_plates/plate-image";
import { codebook } from "./codebook";
import { describeColumns } from "./columns";
import { dataFile, fileName, type Published } from "./data-file";
import { keptFile } from "./kept-file";
import { readme } from "./readme";
import { workbook } from "./workbook";

type Body = string | Uint8Array;
type Made = {
  readonly published: Published;
  readonly texts: EditionTexts;
  readonly columns: readonly DescribedColumn[];
  readonly named: Named;
  /** The files that were made before it. */
  readonly files: ReadonlyMap<string, Body>;
};

type Files = Body | ReadonlyMap<string, Body>;

/** The files of a bundle beside those that verifying needs: a further one is a line here, a folder ends in a slash. */
const FURTHER: Readonly<Record<string, (made: Made) => Files | Promise<Files>>> = {
  "README.txt": ({ published, texts }) => readme(published, texts),
  "codebook.txt": ({ published, columns }) => codebook(published, columns),
  "results.xlsx": ({ published }) => workbook(published),
  "items.csv": ({ published }) => tableOf(itemsTable(published.edition)),
  // Where no single estimates are shown there is no such file.
  "estimates.csv": ({ published }) => {
    const table = estimatesTable(published.edition);
    return table ? csvOf(table.columns, table.rows) : new Map();
  },
  "recompute.py": () => script("recompute.py"),
  "recompute.R": () => script("recompute.R"),
  "results.sps": ({ published, columns }) => spssSyntax(published.edition, columns),
  "pictures/": ({ published }) => plateFiles(published),
  "CITATION.cff": ({ named }) => citationFile(named),
  "datacite.json": ({ named, files }) => json(dataCite(named, [...files.keys()])),
  "datapackage.json": ({ named, files, columns }) => json(dataPackage(named, deposited(files), columns)),
  "ro-crate-metadata.json": ({ named, files }) => json(roCrate(named, deposited(files))),
};

/** An edition with everything that it takes to read, compute and check it, in one archive. */
export const bundleZip = dataFile(async (published) => ({
  type: "application/zip",
  name: fileName(published, "bundle.zip"),
  body: await keptFile(published, "bundle.zip", async () =>
    packBundle(withDigestList(await filesOf(published), hashOf)),
  ),
}));

async function filesOf(published: Published): Promise<Map<string, Body>> {
  const { edition, digest } = published;
  const { slug } = edition.study;
  const texts = await editionTexts(visitor, { study: slug, edition: edition.number });
  const columns = await describeColumns(resultsTable(edition).columns);
  const named = { edition, digest, url: `${environment().url}/studies/${slug}/editions/${edition.number}` };
  const files = new Map<string, Body>(bundleFiles(edition, digest, texts, columns));
  for (const [name, make] of Object.entries(FURTHER)) {
    const body = await make({ published, texts, columns, named, files });
    if (!(body instanceof Map)) files.set(name, body as Body);
    else for (const [inside, part] of body) files.set(name + inside, part);
  }
  return files;
}

const tableOf = ({ columns, rows }: ReturnType<typeof itemsTable>): string => csvOf(columns, rows);

const json = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** A program that lies in the bundle as it lies in the sources. */
const script = (name: string): string =>
  readFileSync(path.join(process.cwd(), "delphi", "deposit", name), "utf8");

const deposited = (files: ReadonlyMap<string, Body>): Deposited[] =>
  [...files]
    .map(([name, body]) => ({ name, bytes: Buffer.byteLength(body), sha256: hashOf(body) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
