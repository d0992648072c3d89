import { type Answer, openParts } from "@/delphi/answer";
import { canonical } from "@/delphi/canonical";
import { done, type Result, refused } from "@/delphi/result";
import type { Seat } from "./access/seat";
import { fitting, type NoAnswering, whyNot } from "./answering";
import { askedItems } from "./asked-round";
import { connectionOf } from "./connection";
import { answeredAnew } from "./former-wording";
import { ownRound, presentAnswers } from "./own-answers";
import type { Tx } from "./run";
import { hashOf, receiptOf } from "./sealing";

/** Right only while the round and the seat are held, as the access above does. */
export async function submit(
  tx: Tx,
  seat: Seat,
  { round, answers: given }: { round: number; answers?: readonly Answer[] | undefined },
): Promise<Result<Submitted, NoAnswering["refusal"] | "answers-refused" | "nothing-answered">> {
  const no = whyNot(seat, round);
  if (no) return no;
  const items = await askedItems(tx, seat.studyId, round, seat.roundRevision);
  const fit = fitting(items, given ?? presentAnswers(await ownRound(tx, seat, round)), "submission");
  if (!fit.ok) return fit;
  const { answers } = fit;
  if (answers.length === 0) return refused("nothing-answered");

  const body = canonical(answers);
  const digest = hashOf(body);
  const { strict, latest } = await latestSubmission(tx, seat, round);
  const tally = { counted: answers.length, open: openItems(openParts(items, answers)) };
  if (latest?.digest === digest)
    return done({ receipt: latest.receipt, revision: latest.revision, ...tally });
  const revision = (latest?.revision ?? 0) + 1;
  const { studyId, seatId } = seat;
  const receipt = receiptOf({ studyId, seat: seatId, round, revision, answers: body }, strict);
  if (seat.roundRevision > 0) await answeredAnew(tx, seat, round, answers);
  await store(tx, seat, { round, revision, receipt, digest }, answers);
  return done({ receipt, revision, ...tally });
}

type Submitted = {
  readonly receipt: string;
  readonly revision: number;
  /** Answers that count, and items that something is still open at. */
  readonly counted: number;
  readonly open: number;
};

type Submission = {
  readonly round: number;
  readonly revision: number;
  readonly receipt: string;
  readonly digest: string;
};

const openItems = (parts: readonly { readonly item: string }[]): number =>
  new Set(parts.map((part) => part.item)).size;

async function latestSubmission(
  tx: Tx,
  seat: Seat,
  round: number,
): Promise<{ strict: boolean; latest: Submission | null }> {
  const [row] = await connectionOf(tx)<[{ strict: boolean; latest: Submission | null }]>`
    select study.protocol ->> 'anonymity' = 'strict' as strict, (
      select json_build_object('round', round, 'revision', revision, 'receipt', receipt, 'digest', digest)
      from submission
      where study_id = ${seat.studyId} and round = ${round} and seat_id = ${seat.seatId}
      order by revision desc limit 1) as latest
    from study where id = ${seat.studyId}`;
  return row;
}

/** All of it in one statement, half the cost of one per table. Of what is no text, only an abstention has no value. */
async function store(tx: Tx, seat: Seat, submission: Submission, answers: readonly Answer[]): Promise<void> {
  const { studyId, seatId } = seat;
  const { round, revision, receipt, digest } = submission;
  const texts = answers.filter((answer) => typeof answer.value === "string");
  const rated = answers.filter((answer) => typeof answer.value !== "string");
  await connectionOf(tx)`
    with submitted as (
      insert into submission (study_id, round, seat_id, revision, receipt, digest)
      values (${studyId}, ${round}, ${seatId}, ${revision}, ${receipt}, ${digest})
    ), drafted as (
      delete from draft where study_id = ${studyId} and round = ${round} and seat_id = ${seatId}
    ), rated as (
      insert into answer (study_id, round, seat_id, revision, item, part, value, abstained)
      select ${studyId}::uuid, ${round}::int, ${seatId}::bytea, ${revision}::int, given.*, given.value is null
      from unnest(
        ${rated.map((answer) => answer.item)}::text[],
        ${rated.map((answer) => answer.part)}::text[],
        ${rated.map((answer) => answer.value as number | null)}::float8[]) as given (item, part, value)
    )
    insert into answer_text (study_id, round, seat_id, revision, item, part, text)
    select ${studyId}::uuid, ${round}::int, ${seatId}::bytea, ${revision}::int, given.* from unnest(
      ${texts.map((answer) => answer.item)}::text[],
      ${texts.map((answer) => answer.part)}::text[],
      ${texts.map((answer) => answer.value as string)}::text[]) as given`;
}
