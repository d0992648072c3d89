import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { isLastOwner, memberOf } from "../members";
import { command } from "../run";
import { membership } from "../schema/identity";

/** Takes somebody from a study's desk; they stay on the facilitators' roll. A study always keeps an owner. */
export const removeMember = command({
  name: "remove-member",
  input: z.strictObject({ study: z.string(), member: z.uuid() }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { member }) => {
    const person = await memberOf(tx, desk.studyId, member);
    if (!person) return refused("not-a-member");
    if (await isLastOwner(tx, desk.studyId, member)) return refused("last-owner");
    await tx
      .delete(membership)
      .where(and(eq(membership.studyId, desk.studyId), eq(membership.facilitatorId, member)));
    return done({ name: person.name });
  },
  tells: ({ name }) => name,
});
