import { z } from "zod";
import { Answers } from "@/delphi/answer";
import { lockedSeatInRound } from "../access/seat";
import { command } from "../run";
import { submit } from "../submission";

/**
 * Submits a round's answers: those given, or without any the draft laid over the latest submission. A body that
 * equals the seat's latest submission is that submission and gets its receipt; any other is the next revision.
 */
export const submitAnswers = command({
  name: "submit-answers",
  input: z.strictObject({ round: z.int(), answers: Answers.optional() }),
  access: lockedSeatInRound,
  run: submit,
});
