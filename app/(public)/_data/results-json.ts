import { resultsDocument } from "@/delphi/results-document";
import { resultsTable } from "@/delphi/results-table";
import { describeColumns } from "./columns";
import { dataFile, fileName } from "./data-file";

/** The figures of an edition with its protocol and texts. */
export const resultsJson = dataFile(async (published) => {
  const columns = await describeColumns(resultsTable(published.edition).columns);
  return {
    type: "application/json; charset=utf-8",
    name: fileName(published, "results.json"),
    body: `${JSON.stringify(resultsDocument(published, columns), null, 1)}\n`,
  };
});
