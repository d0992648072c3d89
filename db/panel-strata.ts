import type { Stratum } from "@/delphi/protocol";
import type { Desk } from "./access/desk";
import type { BadRow, PanelRow } from "./panel-file";

const MOST_STRATA = 20;

export type Placed = PanelRow & { readonly stratumId: string | null };

/**
 * Finds each row's group. In draft a new name makes a group; once the protocol is locked its row is a bad one.
 * Nothing is stored here.
 */
export function assignStrata({ protocol, locked }: Desk, rows: readonly PanelRow[]) {
  const strata: Stratum[] = [...protocol.strata];
  const placed: Placed[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const known = row.stratum === "" ? null : findStratum(strata, row.stratum);
    if (known !== undefined) placed.push({ ...row, stratumId: known?.id ?? null });
    else if (locked || strata.length === MOST_STRATA)
      bad.push({ line: row.line, reason: `This study has no group called “${row.stratum}”.` });
    else {
      const made = { id: freeId(strata, row.stratum), title: row.stratum };
      strata.push(made);
      placed.push({ ...row, stratumId: made.id });
    }
  }
  return { strata, rows: placed, bad };
}

const findStratum = (strata: readonly Stratum[], typed: string): Stratum | undefined =>
  strata.find((one) => [one.id, one.title.toLowerCase()].includes(typed.toLowerCase()));

function freeId(strata: readonly Stratum[], title: string): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const wanted = plain.slice(0, 70) || "group";
  const taken = new Set(strata.map((one) => one.id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
