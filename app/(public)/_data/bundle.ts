import { visitor } from "@/db/actor";
import { editionTexts } from "@/db/queries/edition-texts";
import { hashOf } from "@/db/sealing";
import { resultsTable } from "@/delphi/results-table";
import { bundleFiles, type EditionTexts, withDigestList } from "@/delphi/verification/bundle-files";
import { packBundle } from "@/delphi/verification/zip";
import { describeColumns } from "./columns";
import { dataFile, fileName, type Published } from "./data-file";
import { readme } from "./readme";

type Make = (published: Published, texts: EditionTexts) => Promise<string | Uint8Array>;

/** The files of a bundle beside those that verifying needs: a further one is a line here. */
const FURTHER: Readonly<Record<string, Make>> = {
  "README.txt": readme,
};

/** An edition with everything that it takes to read, compute and check it, in one archive. */
export const bundleZip = dataFile(async (published) => {
  const { edition, digest } = published;
  const texts = await editionTexts(visitor, { study: edition.study.slug, edition: edition.number });
  const columns = await describeColumns(resultsTable(edition).columns);
  const files = new Map<string, string | Uint8Array>(bundleFiles(edition, digest, texts, columns));
  for (const [name, make] of Object.entries(FURTHER)) files.set(name, await make(published, texts));
  return {
    type: "application/zip",
    name: fileName(published, "bundle.zip"),
    body: packBundle(withDigestList(files, hashOf)),
  };
});
