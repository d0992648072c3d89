import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { environment } from "../environment";
import { recipients } from "../recipients";
import { command } from "../run";
import { mailing } from "../schema/mail";
import { edition } from "../schema/study";
import { sendOut } from "../send-out";

/** Tells everybody who was invited that the latest edition is out, once for each edition. */
export const sendResultsLetter = command({
  name: "send-results-letter",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    if (desk.simulated) return refused("simulated-panel");
    if (environment().mail.kind === "none") return refused("mail-is-off");
    const [latest] = await tx
      .select({ number: edition.number })
      .from(edition)
      .where(eq(edition.studyId, desk.studyId))
      .orderBy(desc(edition.number))
      .limit(1);
    if (!latest) return refused("no-edition");
    const of = { letter: "results", number: latest.number } as const;
    const [told] = await tx
      .select({ id: mailing.id })
      .from(mailing)
      .where(
        and(eq(mailing.studyId, desk.studyId), eq(mailing.letter, of.letter), eq(mailing.number, of.number)),
      );
    if (told) return refused("results-told", { edition: of.number });
    const people = await recipients(tx, desk.studyId);
    if (people.length === 0) return refused("nobody-to-tell");
    return done({ queued: await sendOut(tx, desk.studyId, of, people, now) });
  },
  tells: ({ queued }) => queued,
});
