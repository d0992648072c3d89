import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { Protocol } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { personalLinks } from "../personal-links";
import { command, NotFound } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/**
 * Hands out the personal links of people on the roll, for an operator who mails through another system. A link
 * that was used already leaves Tholos no more; from now on the study's pages say that others could open a link.
 * @returns the links, by address, and the addresses whose link was used
 */
export const makeLinks = command({
  name: "make-links",
  input: z.strictObject({ study: z.string(), addresses: z.array(z.string()).max(20_000) }),
  access: operator,
  run: async (tx, _operator, { study: slug, addresses }) => {
    const [found] = await tx.select().from(study).where(eq(study.slug, slug)).for("update");
    if (!found) throw new NotFound();
    const strict = Protocol.parse(found.protocol).anonymity === "strict";
    if (strict && !found.simulated) return refused("strict-needs-mail");
    const named = inArray(invitation.address, [...addresses]);
    const { unused, used } = await personalLinks(tx, found.id, named);
    if (unused.length > 0) {
      await tx.update(study).set({ linksFileMade: true }).where(eq(study.id, found.id));
      await tx
        .update(invitation)
        .set({ linkInFile: true })
        .where(and(eq(invitation.studyId, found.id), named));
    }
    return done({ links: unused, opened: used.map(({ address }) => address) });
  },
});
