import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedSeatInRound } from "../access/seat";
import { connectionOf } from "../connection";
import { command } from "../run";

/**
 * Takes an expert's answers back: everything of an open round, their unpublished texts of closed ones, and their
 * consent. What a closed round counted stays, since its figures rest on it; a text is published once an edition
 * holds its round or a later round has shown it. Nothing remains that says that somebody withdrew.
 */
export const withdraw = command({
  name: "withdraw",
  input: z.strictObject({}),
  access: lockedSeatInRound,
  run: async (tx, { studyId, seatId, round, roundOpen }) => {
    const sql = connectionOf(tx);
    if (roundOpen && round !== null)
      for (const table of ["draft", "submission", "mind_mark", "former_wording", "answer", "answer_text"])
        await sql`delete from ${sql(table)}
          where study_id = ${studyId} and round = ${round} and seat_id = ${seatId}`;
    const gone = await sql<{ id: string; mergedInto: string | null }[]>`
      delete from answer_text using round
      where answer_text.study_id = ${studyId} and answer_text.seat_id = ${seatId}
        and round.study_id = ${studyId} and round.number = answer_text.round and not (
          answer_text.state in ('released', 'merged') and (
            exists (select 1 from round later where later.study_id = ${studyId} and later.number > round.number)
            or exists (select 1 from edition
              where edition.study_id = ${studyId} and edition.published_at >= round.closed_at)))
      returning answer_text.id, answer_text.merged_into as "mergedInto"`;
    // A wording that held their words as well can't stay; a moderator decides anew about what is left.
    const merges = gone.map(({ id, mergedInto }) => mergedInto ?? id);
    await sql`
      update answer_text set state = 'waiting', released = null, merged_into = null, decision = decision + 1
      where study_id = ${studyId} and (merged_into = any(${merges}::uuid[]) or id = any(${merges}::uuid[]))`;
    // What the panel has read stays without its asker; any other question goes.
    await sql`
      delete from panel_question
      where study_id = ${studyId} and seat_id = ${seatId} and audience is distinct from 'panel'`;
    await sql`update panel_question set seat_id = null where study_id = ${studyId} and seat_id = ${seatId}`;
    const [counted] = await sql<{ rounds: number }[]>`
      select count(distinct round)::int as rounds from submission
      where study_id = ${studyId} and seat_id = ${seatId}`;
    const rounds = counted?.rounds ?? 0;
    // A seat that nothing counted is left goes altogether; the link makes it anew, empty.
    if (rounds === 0) await sql`delete from seat where study_id = ${studyId} and id = ${seatId}`;
    else await sql`update seat set consented_in_round = null where study_id = ${studyId} and id = ${seatId}`;
    return done({ countedRounds: rounds });
  },
});
