import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "./run";
import { delivery, mailing } from "./schema/mail";

/**
 * People whose address takes no mail: the last letter that reached their mail server was refused for good. With the
 * server's codes ("550 5.1.1"), by invitation. What became of letters is known by `delivery` alone.
 */
export async function bounces(tx: Tx, studyId: string): Promise<ReadonlyMap<string, string | null>> {
  const latest = await tx
    .selectDistinctOn([delivery.invitationId], {
      invitation: delivery.invitationId,
      state: delivery.state,
      code: delivery.code,
    })
    .from(delivery)
    .innerJoin(mailing, eq(mailing.id, delivery.mailingId))
    .where(and(eq(mailing.studyId, studyId), inArray(delivery.state, ["sent", "refused"])))
    .orderBy(delivery.invitationId, desc(mailing.at));
  return new Map(
    latest.filter(({ state }) => state === "refused").map(({ invitation, code }) => [invitation, code]),
  );
}

/** What was said of a former address says nothing of another one. */
export async function forgetDeliveries(tx: Tx, studyId: string, invitationId: string): Promise<void> {
  await tx
    .delete(delivery)
    .where(
      and(
        eq(delivery.invitationId, invitationId),
        inArray(
          delivery.mailingId,
          tx.select({ id: mailing.id }).from(mailing).where(eq(mailing.studyId, studyId)),
        ),
      ),
    );
}
