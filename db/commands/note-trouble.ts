import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { command, NotFound } from "../run";
import { membership } from "../schema/identity";
import { deskTrouble, scheduledOpening } from "../schema/mail";
import { study } from "../schema/study";

/**
 * Notes at the desk what could not happen on time, and why, and writes to the study's owners, once. A scheduled
 * opening that failed is not tried again: somebody decides.
 */
export const noteTrouble = command({
  name: "note-trouble",
  input: z.strictObject({
    study: z.string(),
    about: z.enum(["opening", "closing"]),
    refusal: z.string().max(60),
    detail: z.record(z.string(), z.union([z.string().max(500), z.number()])).default({}),
  }),
  access: operator,
  run: async (tx, _operator, { study: slug, about, refusal, detail }, now) => {
    const [row] = await tx.select({ id: study.id }).from(study).where(eq(study.slug, slug)).for("update");
    if (!row) throw new NotFound();
    if (about === "opening") await tx.delete(scheduledOpening).where(eq(scheduledOpening.studyId, row.id));
    const [noted] = await tx
      .insert(deskTrouble)
      .values({ studyId: row.id, about, refusal, detail, at: now })
      .onConflictDoNothing()
      .returning({ about: deskTrouble.about });
    if (!noted) return refused("noted-already");
    if (environment().mail.kind === "none") return done({ told: 0 });
    const owners = await tx
      .select({ member: membership.facilitatorId })
      .from(membership)
      .where(and(eq(membership.studyId, row.id), eq(membership.role, "owner")));
    await enqueue(
      tx,
      "mail-trouble",
      owners.map(({ member }) => ({ study: row.id, member, about })),
    );
    return done({ told: owners.length });
  },
});
