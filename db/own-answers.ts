import { z } from "zod";
import { Answer, placeOf } from "@/delphi/answer";
import { connectionOf } from "./connection";
import type { Tx } from "./run";

/** Unsubmitted answers. They replace everything that was submitted about the items they name. */
export const Draft = z.strictObject({ items: z.array(z.string()), answers: z.array(Answer) });
export type Draft = z.infer<typeof Draft>;

type SeatKey = { readonly studyId: string; readonly seatId: Buffer };

/** What one expert holds in one round. */
export type OwnRound = {
  readonly submission: {
    readonly revision: number;
    readonly receipt: string;
    readonly digest: string;
  } | null;
  readonly submitted: readonly Answer[];
  readonly draft: Draft | null;
};

/** An answer of an earlier round, with the round it was given in. */
export type EarlierAnswer = Answer & { readonly round: number };

/** The expert's latest submission of a round and the draft beside it, in one statement. */
export async function ownRound(tx: Tx, { studyId, seatId }: SeatKey, round: number): Promise<OwnRound> {
  const [row] = await connectionOf(tx)<OwnRow[]>`
    select latest.revision, latest.receipt, latest.digest, draft.answers as draft, (
      select json_agg(given) from (
        select item, part, to_json(value) as value, abstained from answer
        where study_id = ${studyId} and round = ${round} and seat_id = ${seatId} and revision = latest.revision
        union all
        select item, part, to_json(text) as value, false as abstained from answer_text
        where study_id = ${studyId} and round = ${round} and seat_id = ${seatId} and revision = latest.revision
      ) given) as submitted
    from (select 1) one
    left join lateral (
      select revision, receipt, digest from submission
      where study_id = ${studyId} and round = ${round} and seat_id = ${seatId}
      order by revision desc limit 1) latest on true
    left join draft on draft.study_id = ${studyId} and draft.round = ${round} and draft.seat_id = ${seatId}`;
  const { revision, receipt, digest, draft, submitted } = row!;
  return {
    submission: revision === null ? null : { revision, receipt: receipt!, digest: digest! },
    submitted: z.array(Answer).parse(submitted ?? []),
    draft: draft === null ? null : Draft.parse(draft),
  };
}

type OwnRow = {
  revision: number | null;
  receipt: string | null;
  digest: string | null;
  draft: unknown;
  submitted: unknown;
};

/** How the expert's form stands: the draft laid, item by item, over the latest submission. */
export function presentAnswers({ submitted, draft }: OwnRound): readonly Answer[] {
  if (!draft) return inOrder(submitted);
  const redone = new Set(draft.items);
  return inOrder([...submitted.filter((answer) => !redone.has(answer.item)), ...draft.answers]);
}

const inOrder = (answers: readonly Answer[]): readonly Answer[] =>
  [...answers].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** What the expert last answered at each place in the rounds before `round`. */
export async function ownEarlierAnswers(
  tx: Tx,
  { studyId, seatId }: SeatKey,
  round: number,
): Promise<readonly EarlierAnswer[]> {
  if (round <= 1) return [];
  const before = Array.from({ length: round - 1 }, (_, at) => at + 1);
  const rows = await connectionOf(tx)`
    with mine as (
      select round, max(revision) as revision from submission
      where study_id = ${studyId} and round = any(${before}::int[]) and seat_id = ${seatId} group by round)
    select mine.round, item, part, to_json(value) as value, abstained from mine join answer
      on answer.study_id = ${studyId} and answer.round = mine.round and answer.seat_id = ${seatId}
      and answer.revision = mine.revision
    union all
    select mine.round, item, part, to_json(text) as value, false from mine join answer_text
      on answer_text.study_id = ${studyId} and answer_text.round = mine.round
      and answer_text.seat_id = ${seatId} and answer_text.revision = mine.revision`;
  const last = new Map<string, EarlierAnswer>();
  for (const row of z.array(EarlierRow).parse([...rows])) {
    const known = last.get(placeOf(row));
    if (!known || known.round < row.round) last.set(placeOf(row), row);
  }
  return inOrder([...last.values()]) as readonly EarlierAnswer[];
}

const EarlierRow = Answer.extend({ round: z.int() });

/** Whether the expert has ever submitted in this study: before that, nobody's view is shown to them. */
export async function hasSubmitted(
  tx: Tx,
  { studyId, seatId }: SeatKey,
  latestRound: number,
): Promise<boolean> {
  const rounds = Array.from({ length: latestRound }, (_, at) => at + 1);
  const [row] = await connectionOf(tx)<{ submitted: boolean }[]>`
    select exists (
      select 1 from submission
      where study_id = ${studyId} and round = any(${rounds}::int[]) and seat_id = ${seatId}) as submitted`;
  return row!.submitted;
}
