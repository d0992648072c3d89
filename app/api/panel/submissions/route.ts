import { seatActor } from "@/app/_server/actor";
import { jsonRoute } from "@/app/_server/json";
import { submitAnswers } from "@/db/commands/submit-answers";
import { agreeing } from "../agreeing";

/** Submits a round's answers and answers with the receipt; the same body twice is one submission. */
export const POST = jsonRoute({ missing: "no-session", actor: seatActor, command: agreeing(submitAnswers) });
