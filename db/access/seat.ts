import { and, desc, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { Protocol } from "@/delphi/protocol";
import type { Actor } from "../actor";
import { heldStrata } from "../held-strata";
import { NotFound, type Tx } from "../run";
import { invitation, revokedLink } from "../schema/identity";
import { seat } from "../schema/panel";
import { round, study } from "../schema/study";
import { invitationHash, readToken, seatOf } from "../sealing";
import { mint, type Proof } from "./proof";

export type Seat = Proof<
  "seat",
  {
    readonly studyId: string;
    readonly seatId: Buffer;
    readonly stratum: string | null;
    readonly consentedInRound: number | null;
    /** The latest round, whatever its state; null before the first. */
    readonly round: number | null;
    readonly roundOpen: boolean;
    /** How often its words were corrected. */
    readonly roundRevision: number;
  }
>;

export type Link = Proof<
  "link",
  {
    readonly studyId: string;
    readonly slug: string;
    readonly seatId: Buffer;
    /** Null also where the stratum has too few people to be held. */
    readonly stratum: string | null;
    readonly epoch: number;
  }
>;

/** The seat of this session, while the study's session epoch is still the one it was made in. */
export const ownSeat = (tx: Tx, actor: Actor): Promise<Seat> => seatAs(tx, actor, false);

/**
 * The same for writing: the latest round is held shared, so it cannot close before this transaction ends, and
 * the seat's row is held alone, so a double click is one submission after the other.
 */
export const lockedSeatInRound = (tx: Tx, actor: Actor): Promise<Seat> => seatAs(tx, actor, true);

async function seatAs(tx: Tx, actor: Actor, lock: boolean): Promise<Seat> {
  if (actor.kind !== "seat") throw new NotFound();
  // The round first: whoever rewrites seats holds it, and a seat found before would be gone after.
  const latest = tx
    .select({ number: round.number, state: round.state, revision: round.revision })
    .from(round)
    .where(eq(round.studyId, actor.studyId))
    .orderBy(desc(round.number))
    .limit(1);
  const [last] = await (lock ? latest.for("share") : latest);
  const found = tx
    .select({ stratum: seat.stratum, consentedInRound: seat.consentedInRound })
    .from(seat)
    .where(
      and(
        eq(seat.studyId, actor.studyId),
        eq(seat.id, actor.seatId),
        sql`exists (select 1 from study where id = ${actor.studyId} and session_epoch = ${actor.epoch})`,
      ),
    );
  const [own] = await (lock ? found.for("update") : found);
  if (!own) throw new NotFound();
  return mint("seat", {
    studyId: actor.studyId,
    seatId: actor.seatId,
    ...own,
    round: last?.number ?? null,
    roundOpen: last?.state === "open",
    roundRevision: last?.revision ?? 0,
  });
}

/** The holder of a personal link. The invitation is read without any lock: a lock would tie both sides. */
export async function linkHolder(tx: Tx, _actor: Actor, input: { readonly token: string }): Promise<Link> {
  const token = readToken(input.token);
  if (!token) throw new NotFound();
  const [found] = await tx
    .select({
      studyId: invitation.studyId,
      stratum: invitation.stratum,
      epoch: study.sessionEpoch,
      slug: study.slug,
      protocol: study.protocol,
    })
    .from(invitation)
    .innerJoin(study, eq(study.id, invitation.studyId))
    .where(and(eq(invitation.tokenHash, invitationHash(token)), isNull(invitation.revokedAt)));
  if (!found) return severedLinkHolder(tx, token);
  const { studyId, epoch, slug } = found;
  const held = await heldStrata(tx, studyId, Protocol.parse(found.protocol).minimumGroup);
  const stratum = found.stratum !== null && held.has(found.stratum) ? found.stratum : null;
  return mint("link", { studyId, epoch, slug, stratum, seatId: seatOf(token, studyId) });
}

/** In a severed study nothing but the seat knows the link: it opens the one seat that T derives, if there is one. */
async function severedLinkHolder(tx: Tx, token: string): Promise<Link> {
  const hash = invitationHash(token);
  const studies = await tx
    .select({ id: study.id, epoch: study.sessionEpoch, slug: study.slug })
    .from(study)
    .where(
      and(
        isNotNull(study.severedAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(revokedLink)
            .where(and(eq(revokedLink.studyId, study.id), eq(revokedLink.tokenHash, hash))),
        ),
      ),
    );
  for (const { id, epoch, slug } of studies) {
    const seatId = seatOf(token, id);
    const [own] = await tx
      .select({ stratum: seat.stratum })
      .from(seat)
      .where(and(eq(seat.studyId, id), eq(seat.id, seatId)));
    if (own) return mint("link", { studyId: id, epoch, slug, stratum: own.stratum, seatId });
  }
  throw new NotFound();
}
