import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { isForTheDesk } from "@/delphi/about-expert";
import { done, type Result, refused } from "@/delphi/result";
import type { Desk } from "./access/desk";
import { NotFound, type Tx } from "./run";
import { answerText } from "./schema/panel";
import { round } from "./schema/study";

/** A text as a moderator saw it: what was decided since would otherwise be overwritten unseen. */
export const SeenText = z.strictObject({ id: z.uuid(), seen: z.int().min(0).optional() });
export type SeenText = z.infer<typeof SeenText>;

export type DecidedText = Omit<typeof answerText.$inferSelect, "studyId" | "seatId" | "revision">;

/**
 * Texts of closed rounds, in the order asked for. While a round is open its texts don't exist for the desk. The
 * caller holds the study's row, so nobody decides about them meanwhile.
 */
export async function textsAsSeen(
  tx: Tx,
  { studyId, protocol }: Pick<Desk, "studyId" | "protocol">,
  seen: readonly SeenText[],
): Promise<Result<readonly DecidedText[], "decided-meanwhile" | "for-the-desk">> {
  const rows = await tx
    .select({ text: answerText })
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .where(
      and(eq(answerText.studyId, studyId), inArray(answerText.id, idsOf(seen)), eq(round.state, "closed")),
    );
  const texts = seen.map(({ id }) => rows.find(({ text }) => text.id === id)?.text);
  if (!texts.every((text) => text !== undefined)) throw new NotFound();
  if (texts.some(({ item }) => isForTheDesk(protocol, item))) return refused("for-the-desk");
  const changed = texts.some((text, at) => (seen[at]!.seen ?? text.decision) !== text.decision);
  return changed ? refused("decided-meanwhile") : done(texts);
}

/** The texts of one merge: the one that carries the shown wording and those contained in it; of another text, itself. */
export async function mergedWith(tx: Tx, studyId: string, text: DecidedText): Promise<readonly string[]> {
  const carrier = text.mergedInto ?? text.id;
  const contained = await tx
    .select({ id: answerText.id })
    .from(answerText)
    .where(and(eq(answerText.studyId, studyId), eq(answerText.mergedInto, carrier)));
  return [carrier, ...contained.map(({ id }) => id)];
}

type Decision = Partial<
  Pick<DecidedText, "state" | "released" | "heldReason" | "showFirst" | "mergedInto" | "themeId">
>;

/** Writes one decision about texts; whoever still sees the one before is told. */
export async function decide(
  tx: Tx,
  studyId: string,
  ids: readonly string[],
  decision: Decision,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(answerText)
    .set({ ...decision, decision: sql`${answerText.decision} + 1` })
    .where(and(eq(answerText.studyId, studyId), inArray(answerText.id, [...ids])));
}

export const WAITING = {
  state: "waiting",
  released: null,
  heldReason: null,
  showFirst: false,
  mergedInto: null,
} as const satisfies Decision;

const idsOf = (seen: readonly SeenText[]): string[] => seen.map(({ id }) => id);
