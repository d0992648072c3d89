import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Protocol, Stratum } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { keptOf } from "../draw-link";
import { countLateAdditions } from "../late-additions";
import { type BadRow, type PanelRow, readPanelFile } from "../panel-file";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";
import { newToken } from "../sealing";

/** About 20,000 lines; more is not a panel. */
const LARGEST_FILE = 1_000_000;

/**
 * Puts people on a study's roll. Addresses that are on it already stay as they are and are counted as known.
 * In draft a new group becomes a stratum; later an unknown group is a bad row, since strata are locked. Those who
 * join an open round that has an answer already are counted, since they can't count towards k.
 */
export const importPanel = command({
  name: "import-panel",
  input: z.strictObject({
    study: z.string(),
    text: z.string().max(LARGEST_FILE, "This file is too large for a panel."),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { text }) => {
    if (await isSevered(tx, desk.studyId)) return refused("severed");
    const file = readPanelFile(text);
    const { strata, rows, bad } = assignStrata(desk, file.rows);
    if (strata.length > desk.protocol.strata.length) await declareStrata(tx, desk, strata);
    const added = await addToRoll(tx, desk, rows);
    return done({
      added,
      known: rows.length - added,
      bad: [...file.bad, ...bad].sort((a, b) => a.line - b.line),
    });
  },
  tells: ({ added }) => added,
});

async function isSevered(tx: Tx, studyId: string): Promise<boolean> {
  const [row] = await tx.select({ at: study.severedAt }).from(study).where(eq(study.id, studyId));
  return row?.at != null;
}

type Placed = PanelRow & { readonly stratumId: string | null };

function assignStrata(desk: Desk, rows: readonly PanelRow[]) {
  const strata: Stratum[] = [...desk.protocol.strata];
  const placed: Placed[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const known = row.stratum === "" ? null : findStratum(strata, row.stratum);
    if (known !== undefined) placed.push({ ...row, stratumId: known?.id ?? null });
    else if (desk.locked || strata.length === 20)
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

async function declareStrata(tx: Tx, desk: Desk, strata: readonly Stratum[]): Promise<void> {
  const protocol: Protocol = { ...desk.protocol, strata: [...strata] };
  await tx
    .update(study)
    .set({ protocol, version: sql`${study.version} + 1` })
    .where(eq(study.id, desk.studyId));
}

const ROWS_A_STATEMENT = 1000;

async function addToRoll(tx: Tx, desk: Desk, rows: readonly Placed[]): Promise<number> {
  const { studyId } = desk;
  const anonymity = desk.simulated ? "sealed" : desk.protocol.anonymity;
  let added = 0;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const values = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => {
      const { name, address, stratumId: stratum } = row;
      // A strict study draws a link when it is mailed: before, nobody could keep it.
      const link = anonymity === "strict" ? {} : keptOf(newToken(), studyId, anonymity);
      return { studyId, name, address, stratum, ...link };
    });
    const made = await tx
      .insert(invitation)
      .values(values)
      .onConflictDoNothing({ target: [invitation.studyId, invitation.address] })
      .returning({ stratum: invitation.stratum });
    await countLateAdditions(
      tx,
      studyId,
      made.map(({ stratum }) => stratum),
    );
    added += made.length;
  }
  return added;
}
