import { and, asc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";
import { seat } from "./schema/panel";
import { seatOf, unseal } from "./sealing";

export type PersonalLink = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly stratum: string | null;
  readonly language: string;
  readonly token: string;
};

/** The links that are kept of the people chosen by `which`, those that were never used apart from the others. */
export async function personalLinks(
  tx: Tx,
  studyId: string,
  which: SQL | undefined,
): Promise<{ readonly unused: readonly PersonalLink[]; readonly used: readonly PersonalLink[] }> {
  const people = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, studyId),
        isNull(invitation.revokedAt),
        isNotNull(invitation.sealedToken),
        which,
      ),
    )
    .orderBy(asc(invitation.address));
  const seats = await tx.select({ id: seat.id }).from(seat).where(eq(seat.studyId, studyId));
  const taken = new Set(seats.map(({ id }) => id.toString("hex")));
  const links = people.map(
    ({ id, name, address, stratum, language, sealedToken }): PersonalLink => ({
      id,
      name,
      address,
      stratum,
      language,
      token: unseal(sealedToken!, `invitation:${studyId}`),
    }),
  );
  const isUsed = ({ token }: PersonalLink) => taken.has(seatOf(token, studyId).toString("hex"));
  return { unused: links.filter((one) => !isUsed(one)), used: links.filter(isUsed) };
}
