import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { StudyContent } from "@/delphi/study";
import { personHolder } from "../access/person";
import { query } from "../run";
import { agreement } from "../schema/identity";
import { study } from "../schema/study";

/** What somebody on a roll has decided about themselves. Nothing of any answer: no seat is read. */
export type PersonDecisions = {
  readonly study: { readonly title: string; readonly simulated: boolean; readonly contact: string };
  readonly name: string;
  readonly declined: boolean;
  readonly reason: string;
  readonly reminders: boolean;
  /** The name under which they agreed to be named; null if they did not. */
  readonly named: string | null;
  readonly askedAgain: boolean;
  /** Their link can't be sent again, so a lost one has to be replaced. */
  readonly replaceable: boolean;
};

export const person = query({
  input: z.strictObject({ person: z.string().max(200) }),
  access: personHolder,
  run: async (tx, { studyId, row }): Promise<PersonDecisions> => {
    const [about] = await tx.select().from(study).where(eq(study.id, studyId));
    const agreed = await tx
      .select()
      .from(agreement)
      .where(and(eq(agreement.studyId, studyId), eq(agreement.address, row.address)));
    const { title, contact } = StudyContent.parse(about!.content);
    return {
      study: { title, contact, simulated: about!.simulated },
      name: row.name,
      declined: row.declined,
      reason: row.declineReason,
      reminders: row.reminders,
      named: agreed.find((one) => one.agreedTo === "be-named")?.name ?? null,
      askedAgain: agreed.some((one) => one.agreedTo === "be-asked-again"),
      replaceable: row.tokenHash !== null && row.sealedToken === null && row.revokedAt === null,
    };
  },
});
