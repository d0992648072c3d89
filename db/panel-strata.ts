import { freeSlug } from "@/delphi/free-slug";
import type { Stratum } from "@/delphi/protocol";
import type { Desk } from "./access/desk";
import type { BadRow, PanelRow } from "./panel-file";

const MOST_STRATA = 20;

type Typed = { readonly line: number; readonly stratum: string };
export type Placed<Row extends Typed = PanelRow> = Row & { readonly stratumId: string | null };

/**
 * Finds each row's group. In draft a new name makes a group; once the protocol is locked its row is a bad one.
 * Nothing is stored here.
 */
export function assignStrata<Row extends Typed>({ protocol, locked }: Desk, rows: readonly Row[]) {
  const strata: Stratum[] = [...protocol.strata];
  const placed: Placed<Row>[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const known = row.stratum === "" ? null : findStratum(strata, row.stratum);
    if (known !== undefined) placed.push({ ...row, stratumId: known?.id ?? null });
    else if (locked || strata.length === MOST_STRATA)
      bad.push({ line: row.line, reason: `This study has no group called “${row.stratum}”.` });
    else {
      const taken = strata.map((one) => one.id);
      const made = { id: freeSlug(row.stratum, taken, "group"), title: row.stratum };
      strata.push(made);
      placed.push({ ...row, stratumId: made.id });
    }
  }
  return { strata, rows: placed, bad };
}

const findStratum = (strata: readonly Stratum[], typed: string): Stratum | undefined =>
  strata.find((one) => [one.id, one.title.toLowerCase()].includes(typed.toLowerCase()));
