import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { askQuestion } from "@/db/commands/ask-question";
import { confirmWords } from "@/db/commands/confirm-words";
import { correctWords } from "@/db/commands/correct-words";
import { giveAgreement } from "@/db/commands/give-agreement";
import { giveConsent } from "@/db/commands/give-consent";
import { saveDraft } from "@/db/commands/save-draft";
import { setReminders } from "@/db/commands/set-reminders";
import { submitAnswers } from "@/db/commands/submit-answers";
import { writeLetter } from "@/db/commands/write-letter";
import { deskStudy } from "@/db/queries/desk-study";
import { unseal } from "@/db/sealing";
import { rating, seatBehind, type TestStudy, text, value } from "../db/a-study";
import type { Truth } from "./dump-attack";

export type Panelist = { readonly id: string; readonly link: string; readonly address: string };

/** The roll with each link, in the order in which these people happen to answer. */
export async function panelInOrderOfAnswering(study: TestStudy): Promise<readonly Panelist[]> {
  const rows = await sql()<{ id: string; address: string; sealed: Buffer }[]>`
    select id, address, sealed_token as sealed from invitation where study_id = ${study.id} order by random()`;
  return rows.map(({ id, address, sealed }) => ({
    id,
    address,
    link: unseal(sealed, `invitation:${study.id}`),
  }));
}

/** What the test knows and no dump may say. Also kept in a schema of its own, for the broken variant's trigger. */
export async function truthOf(study: TestStudy, panel: readonly Panelist[]): Promise<Truth> {
  const strata = new Map(
    (
      await sql()<{ id: string; stratum: string }[]>`
        select id, stratum from invitation where study_id = ${study.id}`
    ).map(({ id, stratum }) => [id, stratum]),
  );
  const truth = new Map<string, { seat: string; stratum: string }>();
  for (const { id, link } of panel) {
    const seat = (await seatBehind(link)).seatId.toString("hex");
    truth.set(id, { seat: `\\x${seat}`, stratum: strata.get(id)! });
  }
  return truth;
}

/** One expert's evening: they open their link, agree, answer in their own way, some twice, and write a reason. */
export async function answers(panelist: Panelist, round: number, at: number): Promise<void> {
  const seat = await seatBehind(panelist.link);
  value(await giveConsent(seat, {}));
  const given = [
    rating("stance", "stance", (at % 5) + 1),
    rating("bridge", "desirability", (at % 3) + 1),
    rating("flood", "probability", (at % 20) * 5),
    text("bridge", "rationale", `Reason number ${at} of round ${round}`),
  ];
  value(await submitAnswers(seat, { round, answers: given }));
  if (at % 7 === 0) value(await submitAnswers(seat, { round, answers: given.slice(0, 2) }));
}

/** What some do besides answering: they ask the facilitators, and mark reasons that changed their mind. */
export async function asksAndMarks(
  panelist: Panelist,
  round: number,
  at: number,
  reasons: readonly string[],
): Promise<void> {
  const seat = await seatBehind(panelist.link);
  if (at % 6 === 0) value(await askQuestion(seat, { text: `Question number ${at}` }));
  const marks = reasons.filter((_, reason) => (reason + at) % 40 === 0);
  value(await saveDraft(seat, { round, answers: [], within: ["bridge"], marks }));
}

/** What some do right after answering, on the other page: the worst moment for it. */
export async function decidesAboutThemselves(
  study: TestStudy,
  panelist: Panelist,
  at: number,
): Promise<void> {
  const letter = { study: study.id, invitation: panelist.id, letter: "reminder" as const };
  const { person } = value(await writeLetter(system, letter));
  if (at % 2 === 0) value(await setReminders(visitor, { person, reminders: false }));
  else value(await giveAgreement(visitor, { person, to: "be-named", agreed: true, name: `Expert ${at}` }));
}

/** The desk changes the meaning of an item that half of the panel has answered, and some confirm their answer. */
export async function correctsAndConfirms(study: TestStudy, panel: readonly Panelist[]): Promise<void> {
  const { version, items } = await deskStudy(system, { study: study.slug });
  const bridge = items.find(({ id }) => id === "bridge")!;
  const item = { ...bridge, title: "Option bridge, for trains alone" };
  const correction = { version, item, meaning: true, reason: "Trains were meant." };
  value(await correctWords(system, { study: study.slug, ...correction }));
  for (const [at, { link }] of panel.entries())
    if (at % 8 === 0) value(await confirmWords(await seatBehind(link), { round: 2, items: ["bridge"] }));
}
