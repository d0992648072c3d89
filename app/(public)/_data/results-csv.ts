import { csvOf } from "@/delphi/csv";
import { resultsTable } from "@/delphi/results-table";
import { dataFile, fileName } from "./data-file";

/** The figures of an edition as a table. */
export const resultsCsv = dataFile((published) => {
  const { columns, rows } = resultsTable(published.edition);
  return {
    type: "text/csv; charset=utf-8; header=present",
    name: fileName(published, "results.csv"),
    body: csvOf(columns, rows),
  };
});
