import { sheetOf, workbookOf } from "@/app/(public)/_data/sheets";
import { csvOf } from "@/delphi/csv";

type Link = {
  readonly name: string;
  readonly address: string;
  readonly group: string;
  readonly language: string;
  readonly token: string;
};

const COLUMNS = ["name", "address", "group", "language", "link"] as const;
const WIDTHS = [30, 35, 25, 10, 70];

/** The links as a file for a mail merge: a person a line, heads that mail programs offer as fields. */
export async function linksFile(
  format: "csv" | "xlsx",
  links: readonly Link[],
  site: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const rows = links.map(({ token, ...person }) => ({ ...person, link: `${site}/join#${token}` }));
  if (format === "csv") return csvOf(COLUMNS, rows);
  const lines = rows.map((row) => COLUMNS.map((column) => row[column]));
  const day = new Date().toISOString().slice(0, 10);
  return workbookOf([sheetOf("links", COLUMNS, lines, WIDTHS, false)], {
    title: "links",
    creator: "Tholos",
    day,
  });
}
