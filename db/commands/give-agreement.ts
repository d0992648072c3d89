import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedPersonHolder } from "../access/person";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";
import { agreement } from "../schema/identity";

/** Agrees to be named as a member of the panel, or to be asked again, or takes that back. */
export const giveAgreement = command({
  name: "give-agreement",
  input: z.strictObject({
    person: z.string().max(200),
    to: z.enum(["be-named", "be-asked-again"]),
    agreed: z.boolean(),
    /** As they want to be named. */
    name: z.string().trim().max(200).default(""),
  }),
  access: lockedPersonHolder,
  run: async (tx, { studyId, row }, { to: agreedTo, agreed, name }) => {
    const { address } = row;
    if (agreed && agreedTo === "be-named" && name === "") return refused("no-name");
    await tx
      .delete(agreement)
      .where(
        and(eq(agreement.studyId, studyId), eq(agreement.address, address), eq(agreement.agreedTo, agreedTo)),
      );
    if (agreed) await tx.insert(agreement).values({ studyId, address, agreedTo, name: name || row.name });
    await rewriteRoll(tx, studyId);
    return done({});
  },
});
