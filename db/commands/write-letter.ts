import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { Item } from "@/delphi/item";
import type { LetterWords } from "@/delphi/letter";
import { Protocol } from "@/delphi/protocol";
import { minutesFor } from "@/delphi/questionnaire";
import { done, refused } from "@/delphi/result";
import { StudyContent } from "@/delphi/study";
import { operator } from "../access/anyone";
import { drawLink, drawPersonToken, endLink } from "../draw-link";
import { latestEdition, templateOf } from "../letter-words";
import { PANEL_LETTERS } from "../queue";
import { command, NotFound, type Tx } from "../run";
import { finishedMark, invitation } from "../schema/identity";
import { round, study } from "../schema/study";
import { stopProof, unseal } from "../sealing";
import { followsAWave } from "../waves";

/** Everything a mail to an expert needs. It is made when the mail is sent and kept nowhere. */
export type Letter = {
  readonly name: string;
  readonly address: string;
  readonly study: Pick<StudyContent, "title" | "question" | "organiser" | "contact"> & {
    readonly slug: string;
    readonly simulated: boolean;
  };
  /** The study asks again what an earlier one asked. */
  readonly again: boolean;
  /** The letter in the study's own words; null where the usual ones hold. */
  readonly template: LetterWords | null;
  /** The latest edition, if there is one. */
  readonly edition: number | null;
  /** The open round, if there is one. */
  readonly round: {
    readonly number: number;
    readonly minutes: number;
    readonly closesAt: Date | null;
    /** The time zone in which the facilitators gave it; null where they named none. */
    readonly zone: string | null;
    /** By last night's marks. */
    readonly finished: boolean;
  } | null;
  /** T, in groups, as it is printed and as it stands in the link; null where it can't be sent again. */
  readonly token: string | null;
  /** P, for acts about the person. */
  readonly person: string;
  /** The path that stops reminders at one click, as mail programs do it. */
  readonly stopPath: string;
};

/**
 * For somebody on the roll who still gets mail of this kind; for anybody else there is no letter. What has no link
 * yet gets one now: in a strict study this is the only moment at which Tholos knows it.
 */
export const writeLetter = command({
  name: "write-letter",
  input: z.strictObject({ study: z.uuid(), invitation: z.uuid(), letter: z.enum(PANEL_LETTERS) }),
  access: operator,
  run: async (tx, _operator, { study: studyId, invitation: id, letter }) => {
    const [about] = await tx.select().from(study).where(eq(study.id, studyId)).for("update");
    const [person] = await tx
      .select()
      .from(invitation)
      .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id), isNull(invitation.revokedAt)));
    if (!about || !person) throw new NotFound();
    if (!isWanted(person, letter)) return refused("not-wanted");
    const { title, question, organiser, contact } = StudyContent.parse(about.content);
    const { simulated, slug } = about;
    const anonymity = simulated ? "sealed" : Protocol.parse(about.protocol).anonymity;
    const own = person.sealedPerson
      ? unseal(person.sealedPerson, `person:${studyId}`)
      : await drawPersonToken(tx, person);
    return done<Letter>({
      name: person.name,
      address: person.address,
      study: { title, question, organiser, contact, slug, simulated },
      again: await followsAWave(tx, studyId),
      template: await templateOf(tx, studyId, letter),
      edition: await latestEdition(tx, studyId),
      round: await openRound(tx, studyId, id),
      token: await linkFor(tx, person, letter, anonymity),
      person: own,
      stopPath: `/api/person/stop/${id}/${stopProof(own)}`,
    });
  },
});

type Person = typeof invitation.$inferSelect;
type Kind = (typeof PANEL_LETTERS)[number];

/** Whoever declined or is paused gets nothing but what they ask for. */
function isWanted({ declined, reminders, pausedFrom, bounced }: Person, letter: Kind): boolean {
  if (letter === "lost-link" || letter === "new-link") return true;
  const isReminder = letter === "reminder" || letter === "closing-soon";
  return !declined && pausedFrom === null && bounced === "" && (reminders || !isReminder);
}

async function linkFor(
  tx: Tx,
  person: Person,
  letter: Kind,
  anonymity: "sealed" | "strict",
): Promise<string | null> {
  if (person.sealedToken) return unseal(person.sealedToken, `invitation:${person.studyId}`);
  if (letter !== "invitation" && letter !== "new-link") return null;
  // A mail that was tried before may have arrived: its link ends, so that nobody holds two.
  if (person.tokenHash) await endLink(tx, person, true);
  return drawLink(tx, person, anonymity);
}

async function openRound(tx: Tx, studyId: string, invitationId: string): Promise<Letter["round"]> {
  const [row] = await tx
    .select({
      number: round.number,
      items: round.items,
      closesAt: round.closesAt,
      zone: round.zone,
      mark: finishedMark.invitationId,
    })
    .from(round)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, round.studyId),
        eq(finishedMark.round, round.number),
        eq(finishedMark.invitationId, invitationId),
      ),
    )
    .where(and(eq(round.studyId, studyId), eq(round.state, "open")))
    .orderBy(desc(round.number))
    .limit(1);
  if (!row) return null;
  const minutes = minutesFor(z.array(Item).parse(row.items));
  const { number, closesAt, zone } = row;
  return { number, minutes, closesAt, zone, finished: row.mark !== null };
}
