import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { deskAs } from "../access/desk";
import { type ColumnHead, headsOf, mendFile, mendLines } from "../mend-file";
import { guessColumns, PanelColumns } from "../panel-columns";
import type { PanelField } from "../panel-fields";
import { type BadRow, type PanelRow, readPanelFile } from "../panel-file";
import { readPanelLines } from "../panel-lines";
import { assignStrata } from "../panel-strata";
import { query, type Tx } from "../run";
import { invitation } from "../schema/identity";

const FIRST_ROWS = 5;

/** What a panel's file would do to the roll, before anything of it is stored. */
export type PanelPreview = {
  /** How it was read; null where it is addresses, one a line. */
  readonly columns: PanelColumns | null;
  /** Each column's head, empty where none is named, and its first values. */
  readonly heads: readonly ColumnHead[];
  readonly first: readonly PanelRow[];
  readonly fresh: number;
  readonly known: number;
  /** Titles of groups that the study would get. */
  readonly groups: readonly string[];
  readonly bad: readonly BadRow[];
  /** The lines that can't be used, each with its reason, as a file to be mended and read again. */
  readonly mend: string;
};

export const panelPreview = query({
  input: z.strictObject({
    study: z.string(),
    text: z.string().max(1_000_000),
    columns: PanelColumns.optional(),
  }),
  access: deskAs("facilitator"),
  run: async (tx, desk, { text, columns: given }): Promise<PanelPreview> => {
    const lines = readPanelLines(text);
    const columns = given ?? guessColumns(lines);
    const file = readPanelFile(text, columns ?? undefined);
    const { rows, strata, bad: homeless } = assignStrata(desk, file.rows);
    const bad = [...file.bad, ...homeless].sort((a, b) => a.line - b.line);
    const known = await knownOf(tx, desk.studyId, rows);
    return {
      columns,
      heads: headsOf(lines, columns?.header ?? false),
      first: rows.slice(0, FIRST_ROWS).map(({ stratumId: _id, ...row }) => row),
      fresh: rows.length - known,
      known,
      groups: strata.slice(desk.protocol.strata.length).map(({ title }) => title),
      bad,
      mend: columns ? mendFile(lines, columns, HEAD, bad) : mendLines(lines, bad),
    };
  },
});

const ADDRESSES_A_STATEMENT = 1000;

async function knownOf(tx: Tx, studyId: string, rows: readonly PanelRow[]): Promise<number> {
  let known = 0;
  for (let from = 0; from < rows.length; from += ADDRESSES_A_STATEMENT) {
    const addresses = rows.slice(from, from + ADDRESSES_A_STATEMENT).map(({ address }) => address);
    const found = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(and(eq(invitation.studyId, studyId), inArray(invitation.address, addresses)));
    known += found.length;
  }
  return known;
}

/** Heads that guessColumns finds again. */
const HEAD: Readonly<Record<PanelField, string>> = {
  name: "name",
  "first-name": "first name",
  "last-name": "last name",
  address: "email",
  stratum: "stratum",
  language: "language",
  note: "note",
};
