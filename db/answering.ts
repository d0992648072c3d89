import { type Answer, checkAnswers } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import type { Stage } from "@/delphi/one-answer";
import { type Refusal, refused } from "@/delphi/result";
import type { Seat } from "./access/seat";

export type NoAnswering = Refusal<"no-consent" | "round-not-open" | "other-round">;

/** Why this seat can't answer this round now, or null. */
export function whyNot(seat: Seat, round: number): NoAnswering | null {
  if (!seat.roundOpen) return refused("round-not-open");
  if (seat.round !== round) return refused("other-round");
  return seat.consentedInRound === null ? refused("no-consent") : null;
}

/** The answers in their fixed order, or the refusal that lists each one that does not fit what was asked. */
export function fitting(
  items: readonly Item[],
  given: readonly Answer[],
  stage: Stage,
): { readonly ok: true; readonly answers: readonly Answer[] } | Refusal<"answers-refused"> {
  const { answers, problems } = checkAnswers(items, given.map(wellFormed), stage);
  return problems.length > 0 ? refused("answers-refused", undefined, problems) : { ok: true, answers };
}

/** Half a surrogate pair is no character; the database would store another text than the one that was hashed. */
function wellFormed(answer: Answer): Answer {
  if (typeof answer.value !== "string") return answer;
  return { ...answer, value: answer.value.replace(/\p{Surrogate}/gu, "\ufffd") };
}
