import { sql } from "drizzle-orm";
import { sql as bare } from "./client";
import type { Tx } from "./run";

/**
 * Rewrites a study's seats with all that goes with them, and the answers and texts of its latest round, in
 * random order: neither the place of a row nor its transaction then tells who came first or together.
 * The caller holds the study's row and its latest round FOR UPDATE. Experts must take the round before their
 * seat: one who waited for a seat that is rewritten meanwhile would find it gone.
 */
export async function rewriteSeatSide(tx: Tx, studyId: string): Promise<void> {
  const study = sql`study_id = ${studyId}`;
  // Deleting a seat takes its drafts, submissions and marks along, so these wait beside it.
  await tx.execute(
    sql`create temporary table kept_draft on commit drop as select * from draft where ${study}`,
  );
  await tx.execute(
    sql`create temporary table kept_submission on commit drop as select * from submission where ${study}`,
  );
  await tx.execute(
    sql`create temporary table kept_mark on commit drop as select * from mind_mark where ${study}`,
  );
  await tx.execute(
    sql`create temporary table kept_wording on commit drop as select * from former_wording where ${study}`,
  );
  await rewrite(tx, "seat", sql`${study}`);
  await tx.execute(sql`insert into draft select * from kept_draft order by random()`);
  await tx.execute(sql`insert into submission select * from kept_submission order by random()`);
  await tx.execute(sql`insert into mind_mark select * from kept_mark order by random()`);
  await tx.execute(sql`insert into former_wording select * from kept_wording order by random()`);
  await tx.execute(sql`drop table kept_draft, kept_submission, kept_mark, kept_wording`);

  const latest = sql`${study} and round = (select max(number) from round where ${study})`;
  await rewrite(tx, "answer", latest);
  await rewrite(tx, "answer_text", latest);
  await rewrite(tx, "panel_question", study);
}

/** Seats and roll in one transaction, which then is the last that wrote to either. */
export async function rewriteBothSides(tx: Tx, studyId: string): Promise<void> {
  await rewriteSeatSide(tx, studyId);
  await rewriteRoll(tx, studyId);
}

/**
 * Rewrites a study's roll in random order, so that no row tells when its person decided something about themselves.
 * The caller holds the study's row FOR UPDATE, as everybody does who writes to the roll.
 */
export async function rewriteRoll(tx: Tx, studyId: string): Promise<void> {
  await rewrite(tx, "invitation", sql`study_id = ${studyId}`);
  await rewrite(tx, "agreement", sql`study_id = ${studyId}`);
}

/** One statement. The sort takes in every deleted row before the first one is inserted again. */
async function rewrite(
  tx: Tx,
  table: "seat" | "answer" | "answer_text" | "panel_question" | "invitation" | "agreement",
  which: ReturnType<typeof sql>,
): Promise<void> {
  const name = sql.identifier(table);
  await tx.execute(sql`
    with gone as (delete from ${name} where ${which} returning *)
    insert into ${name} select * from gone order by random()`);
}

/** Takes the former places of rewritten rows off the disk. It can't run inside a transaction. */
export async function vacuumSeatSide(): Promise<void> {
  await bare()`vacuum seat, draft, submission, mind_mark, former_wording, answer, answer_text, panel_question, finished_mark, invitation, agreement`;
}
