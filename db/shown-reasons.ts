import { RATIONALE } from "@/delphi/rationale";
import { connectionOf } from "./connection";
import { ownMarks } from "./mind-marks";
import type { Tx } from "./run";

/** An anonymous reason as it was released, with the round it was given in. */
export type Reason = {
  readonly id: string;
  readonly round: number;
  readonly text: string;
  readonly edited: boolean;
  /** The round in which the reader said that it changed their mind. */
  readonly marked: number | null;
};

/** Reasons by the side of the scale their authors stood on; `other`: in the middle, or without a rating. */
export type Reasons = {
  readonly lower: readonly Reason[];
  readonly higher: readonly Reason[];
  readonly other: readonly Reason[];
  /** Released, but beyond what is shown to one reader. */
  readonly more: number;
};

export const noReasons: Reasons = { lower: [], higher: [], other: [], more: 0 };

/** Enough to weigh both sides of an item without a long read. */
const REASONS_A_SIDE = 4;
/** Of them, the most that are there for their marks: a new reason has none, and nobody has read it yet. */
const MARKED_A_SIDE = 2;

type ReasonRow = Omit<Reason, "marked"> & {
  readonly item: string;
  readonly side: string;
  readonly released: number;
};

/**
 * Released reasons of other experts, a few for each side: first those that were marked most in the closed rounds as
 * having changed a mind, then the moderator's choice, then those of the latest round; among equals by lot. What is
 * chosen stands in an order that is random but stays the same for one reader, so that nothing shows who wrote first
 * or which was marked most.
 */
export async function reasonsOn(
  tx: Tx,
  reader: { readonly studyId: string; readonly seatId: Buffer },
  asked: readonly (readonly [item: string, since: number])[],
): Promise<ReadonlyMap<string, Reasons>> {
  if (asked.length === 0) return new Map();
  const { studyId, seatId } = reader;
  const items = asked.map(([item]) => item);
  const rows = await connectionOf(tx)<ReasonRow[]>`
    select id, item, side, round, text, edited, released from (
      select *, row_number() over (partition by item, side
        order by by_marks <= ${MARKED_A_SIDE} and marks > 0 desc, show_first desc, round desc, lot) as place
      from (
        select answer_text.id, item, round, shown.side as side,
          coalesce(released, text) as text,
          (released is not null and released <> text) or shown.merged as edited,
          (count(*) over same_side)::int as released, show_first, marked.marks,
          row_number() over (same_side order by marked.marks desc, show_first desc,
            md5(answer_text.id::text || encode(${seatId}, 'hex'))) as by_marks,
          md5(answer_text.id::text || encode(${seatId}, 'hex')) as lot
        from answer_text
        -- A merged text stands on a side only where all its authors do.
        cross join lateral (
          select count(*) > 0 as merged, case when answer_text.side in ('lower', 'higher')
            and coalesce(bool_and(contained.side is not distinct from answer_text.side), true)
            then answer_text.side else 'other' end as side
          from answer_text contained
          where contained.study_id = ${studyId} and contained.merged_into = answer_text.id) as shown
        left join (
          select text_id, count(*) as marks from mind_mark
          join round closed on closed.study_id = ${studyId} and closed.number = mind_mark.round
            and closed.state = 'closed'
          where mind_mark.study_id = ${studyId} group by text_id) as counted on counted.text_id = answer_text.id
        cross join lateral (select coalesce(counted.marks, 0) as marks) as marked
        join unnest(${items}::text[], ${asked.map(([, since]) => since)}::int[]) as asked(id, since)
          on asked.id = item and round >= asked.since
        where answer_text.study_id = ${studyId} and part = ${RATIONALE}
          and state = 'released' and seat_id <> ${seatId}
        window same_side as (partition by item, shown.side)
      ) weighed
    ) drawn where place <= ${REASONS_A_SIDE} order by item, side, lot`;
  const marks = await ownMarks(tx, reader);
  return new Map(
    items.map((item) => [
      item,
      sided(
        rows.filter((row) => row.item === item),
        marks,
      ),
    ]),
  );
}

function sided(rows: readonly ReasonRow[], marks: ReadonlyMap<string, number>): Reasons {
  const on = (side: string) => rows.filter((row) => row.side === side);
  const shown = (side: string): Reason[] =>
    on(side).map(({ id, round, text, edited }) => ({
      id,
      round,
      text,
      edited,
      marked: marks.get(id) ?? null,
    }));
  const all = ["lower", "higher", "other"].reduce((sum, side) => sum + (on(side)[0]?.released ?? 0), 0);
  return { lower: shown("lower"), higher: shown("higher"), other: shown("other"), more: all - rows.length };
}
