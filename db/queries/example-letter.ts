import { eq } from "drizzle-orm";
import { z } from "zod";
import { StudyLetter } from "@/delphi/letter";
import { minutesFor } from "@/delphi/questionnaire";
import { StudyContent } from "@/delphi/study";
import { deskAs } from "../access/desk";
import type { Letter } from "../commands/write-letter";
import { latestEdition, templateOf } from "../letter-words";
import { query } from "../run";
import { study } from "../schema/study";
import { openRoundOf, roundsOf, studyItems } from "../study-rows";
import { followsAWave } from "../waves";

/** So that the example says when a round closes where none is open: a week from now, on the hour. */
const IN_A_WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;

/** A letter as an expert of this study would get it, to nobody: its codes open nothing. */
export const exampleLetter = query({
  input: z.strictObject({ study: z.string(), letter: StudyLetter }),
  access: deskAs("facilitator"),
  run: async (tx, desk, { letter }, now): Promise<Letter> => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    const { title, question, organiser, contact } = StudyContent.parse(row!.content);
    const { slug, simulated } = row!;
    const open = await openRoundOf(tx, desk.studyId);
    const fromNow = new Date(Math.ceil(now.getTime() / HOUR) * HOUR + IN_A_WEEK);
    return {
      name: "Ada Example",
      address: "ada@example.org",
      study: { title, question, organiser, contact, slug, simulated },
      again: await followsAWave(tx, desk.studyId),
      template: await templateOf(tx, desk.studyId, letter),
      edition: (await latestEdition(tx, desk.studyId)) ?? 1,
      round: {
        number: open?.number ?? (await roundsOf(tx, desk.studyId)) + 1,
        minutes: minutesFor(await studyItems(tx, desk.studyId)),
        closesAt: open ? open.closesAt : fromNow,
        zone: open?.zone ?? null,
        finished: false,
      },
      token: "EXAMP-LE000-00000-00000-00000-0",
      person: "EXAMP-LE111-11111-11111-11111-1",
      stopPath: "/person",
    };
  },
});
