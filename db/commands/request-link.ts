import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { anyone } from "../access/anyone";
import { normalAddress } from "../address";
import { environment } from "../environment";
import { enqueue } from "../queue";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/**
 * Mails somebody their personal link again, to the address on the roll and no other: that of one study, or with
 * an empty `study` of each. Where it can't be sent again, the mail says how its reader can have it replaced. The
 * answer is the same for every address, so it tells nobody who is on a panel.
 */
export const requestLink = command({
  name: "request-link",
  input: z.strictObject({ study: z.string().max(200), address: z.string().max(1000) }),
  access: anyone,
  run: async (tx, _anyone, { study: slug, address }) => {
    if (environment().mail.kind === "none") return refused("no-mail");
    const invitations = await invitationsOf(tx, slug, normalAddress(address) ?? "");
    await enqueue(
      tx,
      "mail-panel",
      invitations.map((one) => ({ ...one, letter: "lost-link" as const })),
    );
    return done({});
  },
});

const invitationsOf = (
  tx: Tx,
  slug: string,
  address: string,
): Promise<{ study: string; invitation: string }[]> =>
  tx
    .select({ study: invitation.studyId, invitation: invitation.id })
    .from(invitation)
    .innerJoin(study, eq(study.id, invitation.studyId))
    .where(
      and(
        slug === "" ? undefined : eq(study.slug, slug),
        eq(invitation.address, address),
        isNull(invitation.revokedAt),
        isNotNull(invitation.tokenHash),
      ),
    );
