import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Protocol, Stratum } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { keptOf } from "../draw-link";
import { countLateAdditions } from "../late-additions";
import { PanelColumns } from "../panel-columns";
import { readPanelFile } from "../panel-file";
import { assignStrata, type Placed } from "../panel-strata";
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
    /** As a person corrected them; else as the file reads itself. */
    columns: PanelColumns.optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { text, columns }) => {
    if (await isSevered(tx, desk.studyId)) return refused("severed");
    const file = readPanelFile(text, columns);
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
      const { name, address, stratumId: stratum, note } = row;
      const language = row.language === "" ? {} : { language: row.language };
      // A strict study draws a link when it is mailed: before, nobody could keep it.
      const link = anonymity === "strict" ? {} : keptOf(newToken(), studyId, anonymity);
      return { studyId, name, address, stratum, note, ...language, ...link };
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
