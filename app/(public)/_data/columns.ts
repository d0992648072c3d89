import { getTranslations } from "next-intl/server";
import { csvOf } from "@/delphi/csv";
import type { ResultsColumn } from "@/delphi/results-columns";
import type { DescribedColumn } from "@/delphi/results-document";
import { resultsTable } from "@/delphi/results-table";
import { dataFile, fileName } from "./data-file";

/** Every column of the table in words. */
export async function describeColumns(columns: readonly ResultsColumn[]): Promise<DescribedColumn[]> {
  const text = await getTranslations("public.columns");
  return columns.map((column) => {
    const value = /^count_(-?\d+)$/.exec(column)?.[1];
    return { column, description: value === undefined ? text(column) : text("count", { value }) };
  });
}

/** The same as a file of its own, for those who take the table alone. */
export const columnsCsv = dataFile(async (published) => ({
  type: "text/csv; charset=utf-8; header=present",
  name: fileName(published, "results-columns.csv"),
  body: csvOf(["column", "description"], await describeColumns(resultsTable(published.edition).columns)),
}));
