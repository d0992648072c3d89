import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { withAboutExperts } from "@/delphi/about-expert";
import type { RoundAnswers } from "@/delphi/analysis";
import { Protocol } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { replaceItems } from "../design-items";
import { endSchedule, lockProtocol } from "../opening";
import type { OutsideImport } from "../outside-import";
import { OutsideFile, type ReadOutside, readOutside } from "../outside-rounds";
import { makeSeats, storeAnswers } from "../outside-seats";
import { roundAnswers } from "../round-answers";
import { command, type Tx } from "../run";
import { round, study } from "../schema/study";
import { settleRound } from "../settle-round";
import { studyItems, studyPhase } from "../study-rows";

const Ran = z.strictObject({
  from: z.iso.date("Give the day on which this round began."),
  to: z.iso.date("Give the day on which this round ended."),
  /** How many were invited; those of whom the file has lines, unless more are named. */
  invited: z.int().min(0).max(100_000).default(0),
});

/**
 * Brings in rounds that were run elsewhere as the closed first rounds of a study in draft. They are judged by its
 * rules, which are locked by that, and go through the same close as rounds that were run here. Lines that can't be
 * used are left out. Nobody of the file becomes a person of this study: see docs/decisions/031.
 */
export const importRounds = command({
  name: "import-rounds",
  input: OutsideFile.extend({
    ran: z.array(Ran),
    /** How many rounds the study has, with those of the file. */
    all: Protocol.shape.rounds,
    /** When the rules were set: before the first answer, or afterwards. */
    rules: z.enum(["before", "afterwards"], "Say when the rules were set."),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { ran, all, rules, ...file }, now) => {
    if (desk.locked || (await studyPhase(tx, desk.studyId)) !== "draft") return refused("not-in-draft");
    if (desk.simulated) return refused("already-simulated");
    const own = await studyItems(tx, desk.studyId);
    const read = readOutside(desk, own, file);
    const wrong = [...read.problems, ...read.unfit];
    if (wrong.length > 0) return refused("rounds-do-not-fit", undefined, problemsAt("", wrong));
    const dates = wrongDates(ran, read.rounds.length, now);
    if (dates.length > 0) return refused("rounds-out-of-time", undefined, dates);
    if (all < read.rounds.length) return refused("fewer-rounds-than-run", { rounds: read.rounds.length });

    const protocol = { ...desk.protocol, rounds: all, strata: [...read.strata] };
    const on = dayOf(now);
    await storeDesign(tx, desk, read, protocol, {
      on,
      rules,
      rounds: read.rounds.length,
      before: { items: [...own], protocol: desk.protocol },
    });
    const of = { studyId: desk.studyId, protocol };
    await lockProtocol(tx, of, await studyItems(tx, desk.studyId), now);
    await endSchedule(tx, desk.studyId);
    const seats = await makeSeats(tx, desk.studyId, protocol.minimumGroup, read.rounds);
    const closed: RoundAnswers[] = [];
    for (const [at, one] of read.rounds.entries()) {
      const { from, to, invited } = ran[at]!;
      await tx.insert(round).values({
        studyId: desk.studyId,
        number: one.round,
        state: "open",
        openedAt: now,
        items: one.items,
      });
      await storeAnswers(tx, desk.studyId, one, seats);
      closed.push(...(await roundAnswers(tx, desk.studyId, [one.round])));
      const known = { invited: Math.max(invited, one.invited), now, imported: { on, from, to, rules } };
      await settleRound(tx, of, closed, known);
    }
    return done({ rounds: read.rounds.length, leftOut: read.bad.length });
  },
  tells: ({ rounds }) => rounds,
});

/** The questions and groups of the file join the design, and what it was before is kept. */
async function storeDesign(
  tx: Tx,
  { studyId }: Desk,
  { questions, items }: ReadOutside,
  protocol: Protocol,
  imported: OutsideImport,
): Promise<void> {
  await tx
    .update(study)
    .set({ protocol, imported, version: sql`${study.version} + 1` })
    .where(eq(study.id, studyId));
  if (questions === "file") await replaceItems(tx, studyId, withAboutExperts(items, protocol));
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const problemsAt = (path: string, messages: readonly string[]) =>
  messages.map((message) => ({ path, message }));

/** A day east of here may be tomorrow's already. */
const lastDay = (now: Date): string => dayOf(new Date(now.getTime() + 86_400_000));

function wrongDates(ran: readonly z.output<typeof Ran>[], rounds: number, now: Date) {
  if (ran.length !== rounds) return problemsAt("ran", ["Say of each round when it was run."]);
  return ran.flatMap(({ from, to }, at) => [
    ...(from > to ? problemsAt(`ran.${at}.to`, [`Round ${at + 1} ends before it begins.`]) : []),
    ...(at > 0 && from < ran[at - 1]!.to
      ? problemsAt(`ran.${at}.from`, [`Round ${at + 1} begins before round ${at} ended.`])
      : []),
    ...(to > lastDay(now) ? problemsAt(`ran.${at}.to`, [`Round ${at + 1} ends in the future.`]) : []),
  ]);
}
