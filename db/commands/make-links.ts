import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { Protocol } from "@/delphi/protocol";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command, NotFound, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { seat } from "../schema/panel";
import { study } from "../schema/study";
import { seatOf, unseal } from "../sealing";

export type PersonalLink = { readonly name: string; readonly address: string; readonly token: string };

/**
 * Hands out the personal links of people on the roll, for a facilitator who mails through another system. A link
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
    const used = await seatsOf(tx, found.id);
    const links: PersonalLink[] = [];
    const opened: string[] = [];
    for (const person of await linksOf(tx, found.id, addresses)) {
      if (used.has(seatOf(person.token, found.id).toString("hex"))) opened.push(person.address);
      else links.push(person);
    }
    if (links.length > 0) await tx.update(study).set({ linksFileMade: true }).where(eq(study.id, found.id));
    return done({ links, opened });
  },
});

async function linksOf(tx: Tx, studyId: string, addresses: readonly string[]): Promise<PersonalLink[]> {
  const people = await tx
    .select({ name: invitation.name, address: invitation.address, sealed: invitation.sealedToken })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, studyId),
        inArray(invitation.address, [...addresses]),
        isNull(invitation.revokedAt),
        isNotNull(invitation.sealedToken),
      ),
    )
    .orderBy(asc(invitation.address));
  return people.map(({ name, address, sealed }) => ({
    name,
    address,
    token: unseal(sealed!, `invitation:${studyId}`),
  }));
}

async function seatsOf(tx: Tx, studyId: string): Promise<ReadonlySet<string>> {
  const seats = await tx.select({ id: seat.id }).from(seat).where(eq(seat.studyId, studyId));
  return new Set(seats.map(({ id }) => id.toString("hex")));
}
