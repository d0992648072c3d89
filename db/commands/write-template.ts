import { z } from "zod";
import { LetterWords, letterProblems, StudyLetter } from "@/delphi/letter";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { mailTemplate } from "../schema/mail";

/** Puts a letter in the study's own words. A placeholder that the letter does not have is refused, not mailed. */
export const writeTemplate = command({
  name: "write-template",
  input: LetterWords.extend({ study: z.string(), letter: StudyLetter }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { letter, subject, body }) => {
    const problems = letterProblems(letter, { subject, body });
    if (problems.length > 0) return refused("invalid-input", undefined, problems);
    await tx
      .insert(mailTemplate)
      .values({ studyId: desk.studyId, letter, subject, body })
      .onConflictDoUpdate({ target: [mailTemplate.studyId, mailTemplate.letter], set: { subject, body } });
    return done({});
  },
  tells: (_value, { letter }) => letter,
});
