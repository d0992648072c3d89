import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { Protocol } from "@/delphi/protocol";
import type { Actor } from "../actor";
import { heldStrata } from "../held-strata";
import { NotFound, type Tx } from "../run";
import { invitation } from "../schema/identity";
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
    .select({ number: round.number, state: round.state })
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
  if (!found) throw new NotFound();
  const { studyId, epoch, slug } = found;
  const held = await heldStrata(tx, studyId, Protocol.parse(found.protocol).minimumGroup);
  const stratum = found.stratum !== null && held.has(found.stratum) ? found.stratum : null;
  return mint("link", { studyId, epoch, slug, stratum, seatId: seatOf(token, studyId) });
}
