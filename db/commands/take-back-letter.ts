import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { PANEL_LETTERS } from "../queue";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

const plainly = (said: string): string => said.replace(/\s+/g, " ").trim().slice(0, 300);

/**
 * After a mail that did not arrive. A link that was drawn for it alone is forgotten: nobody ever had it. With
 * `given up`, an invitation counts as not sent: the desk shows it, and can send it again. An address that was refused
 * for good gets no further mail until the desk mends it.
 */
export const takeBackLetter = command({
  name: "take-back-letter",
  input: z.strictObject({
    study: z.uuid(),
    invitation: z.uuid(),
    letter: z.enum(PANEL_LETTERS),
    givenUp: z.boolean(),
    maybeArrived: z.boolean(),
    /** What the mail server said that refused the recipient for good; empty where none did. */
    bounced: z.string().max(1000).default(""),
  }),
  access: operator,
  run: async (tx, _operator, { study: studyId, invitation: id, letter, givenUp, maybeArrived, bounced }) => {
    await tx.select({ id: study.id }).from(study).where(eq(study.id, studyId)).for("update");
    const one = and(eq(invitation.studyId, studyId), eq(invitation.id, id));
    const [person] = await tx.select().from(invitation).where(one);
    if (!person) return done({});
    const drawn = (letter === "invitation" || letter === "new-link") && person.sealedToken === null;
    const forget = drawn && !maybeArrived && person.revokedAt === null;
    const takeBack = givenUp && letter === "invitation";
    if (!forget && !takeBack && bounced === "") return done({});
    await tx
      .update(invitation)
      .set({
        ...(forget && { tokenHash: null }),
        ...(takeBack && { invitedAt: null }),
        ...(bounced !== "" && { bounced: plainly(bounced) }),
      })
      .where(one);
    return done({});
  },
});
