import { system } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { noteTrouble } from "@/db/commands/note-trouble";
import { openRounds } from "@/db/queries/open-rounds";
import { eachStudy } from "./each-study";

/**
 * Closes the rounds whose time has come, where the protocol says that the time decides. A round with too few
 * answers to show anything stays open: extending it or closing it with nothing shown is a facilitator's choice, and
 * the study's owners are told, once.
 */
export async function closeDueRounds(): Promise<void> {
  const now = Date.now();
  const rounds = await openRounds(system, {});
  const due = rounds.filter(
    ({ onSchedule, closesAt }) => onSchedule && closesAt !== null && closesAt.getTime() <= now,
  );
  await eachStudy(due, closeOrTell);
}

/** Closes the rounds of studies whose protocol says so and whose whole panel is marked; only the night marks. */
export async function closeFinishedRounds(): Promise<void> {
  const rounds = await openRounds(system, {});
  await eachStudy(
    rounds.filter(({ allFinished }) => allFinished),
    closeOrTell,
  );
}

async function closeOrTell(study: string): Promise<void> {
  const closed = await closeRound(system, { study });
  if (closed.ok || closed.refusal !== "too-few-answers") return;
  const { refusal, detail } = closed;
  await noteTrouble(system, { study, about: "closing", refusal, detail: { ...detail } });
}
