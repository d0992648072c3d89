import { environment } from "./environment";
import { recipients } from "./recipients";
import type { Tx } from "./run";
import { sendOut } from "./send-out";

/** Only those who were invited through Tholos get a mail; links handed out otherwise stay the facilitator's. */
export async function announceRound(
  tx: Tx,
  desk: { readonly studyId: string },
  number: number,
  now: Date,
): Promise<number> {
  const people = await recipients(tx, desk.studyId);
  if (people.length === 0 || environment().mail.kind === "none") return 0;
  return sendOut(tx, desk.studyId, { letter: "round-open", number }, people, now);
}
