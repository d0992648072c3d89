import { PlainError } from "@/db/plain-error";
import { describedItems, ITEM_COLUMNS, type ItemRow } from "@/delphi/described-items";
import type { Item } from "@/delphi/item";
import { readCsv } from "./ratings-file";

/** Reads the optional description of the items (delphi/described-items). Throws at the first line that is wrong. */
export function readItems(text: string): readonly Item[] {
  const records = readCsv(text);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  for (const column of ["item", "part"])
    if (!header.includes(column)) throw new PlainError(`The items file has no column “${column}”.`);
  const rows = records.slice(1).map(({ record, info }) => ({
    ...Object.fromEntries(
      ITEM_COLUMNS.map((column) => [column, (record[header.indexOf(column)] ?? "").trim()]),
    ),
    line: info.lines,
  })) as unknown as readonly ItemRow[];
  const { items, bad } = describedItems(rows);
  const [wrong] = bad;
  if (wrong) throw new PlainError(`Line ${wrong.line} of the items file: ${wrong.reason}`);
  return items;
}
