import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { isLastOwner, memberOf } from "../members";
import { command } from "../run";
import { membership } from "../schema/identity";
import { GivenRole } from "./invite-member";

/** Gives a member of the desk another role. A study always keeps an owner. */
export const changeRole = command({
  name: "change-role",
  input: z.strictObject({ study: z.string(), member: z.uuid(), role: GivenRole }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { member, role }) => {
    const person = await memberOf(tx, desk.studyId, member);
    if (!person) return refused("not-a-member");
    if (role !== "owner" && (await isLastOwner(tx, desk.studyId, member))) return refused("last-owner");
    await tx
      .update(membership)
      .set({ role })
      .where(and(eq(membership.studyId, desk.studyId), eq(membership.facilitatorId, member)));
    return done({ name: person.name });
  },
  tells: ({ name }, { role }) => `${name}: ${role}`,
});
