import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { isStrict } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { neverLeft } from "../links-to-hand-out";
import { personalLinks } from "../personal-links";
import { command } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/**
 * Hands a facilitator who mails through another system the personal links that never left Tholos, each once: whose
 * link was mailed or handed out is not among them, so the file says of nobody whether they have used theirs.
 */
export const handOutLinks = command({
  name: "hand-out-links",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk) => {
    if (isStrict(desk)) return refused("strict-needs-mail");
    const { unused } = await personalLinks(tx, desk.studyId, neverLeft());
    // Those whose link came back to life by other ways are marked as well: asking again would tell of them.
    await tx
      .update(invitation)
      .set({ linkInFile: true })
      .where(and(eq(invitation.studyId, desk.studyId), neverLeft()));
    if (unused.length === 0) return refused("no-links-left");
    await tx.update(study).set({ linksFileMade: true }).where(eq(study.id, desk.studyId));
    const titles = new Map(desk.protocol.strata.map(({ id, title }) => [id, title]));
    return done({
      links: unused.map(({ stratum, ...link }) => ({
        ...link,
        group: stratum === null ? "" : (titles.get(stratum) ?? stratum),
      })),
    });
  },
  tells: ({ links }) => links.length,
});
