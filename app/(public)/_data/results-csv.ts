import { csvOf } from "@/delphi/csv";
import { resultsTable } from "@/delphi/results-table";
import { dataFile, fileName, type Published } from "./data-file";

/** The figures of an edition as a table. */
export const resultsCsv = dataFile((published) => ({
  type: "text/csv; charset=utf-8; header=present",
  name: fileName(published, "results.csv"),
  body: resultsCsvText(published),
}));

export function resultsCsvText({ edition }: Published): string {
  const { columns, rows } = resultsTable(edition);
  return csvOf(columns, rows);
}
