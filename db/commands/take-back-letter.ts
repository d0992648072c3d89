import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { PANEL_LETTERS } from "../queue";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/**
 * After a mail that did not arrive. A link that was drawn for it alone is forgotten: nobody ever had it. With
 * `given up`, an invitation counts as not sent: the desk shows it, and can send it again.
 */
export const takeBackLetter = command({
  name: "take-back-letter",
  input: z.strictObject({
    study: z.uuid(),
    invitation: z.uuid(),
    letter: z.enum(PANEL_LETTERS),
    givenUp: z.boolean(),
    maybeArrived: z.boolean(),
  }),
  access: operator,
  run: async (tx, _operator, { study: studyId, invitation: id, letter, givenUp, maybeArrived }) => {
    await tx.select({ id: study.id }).from(study).where(eq(study.id, studyId)).for("update");
    const one = and(eq(invitation.studyId, studyId), eq(invitation.id, id));
    const [person] = await tx.select().from(invitation).where(one);
    if (!person) return done({});
    const drawn = (letter === "invitation" || letter === "new-link") && person.sealedToken === null;
    const forget = drawn && !maybeArrived && person.revokedAt === null;
    const takeBack = givenUp && letter === "invitation";
    if (!forget && !takeBack) return done({});
    await tx
      .update(invitation)
      .set({ ...(forget && { tokenHash: null }), ...(takeBack && { invitedAt: null }) })
      .where(one);
    return done({});
  },
});
