import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { severingDate } from "@/delphi/severing";
import { type Desk, deskAs } from "../access/desk";
import { type Line, likelyDuplicates } from "../duplicates";
import { heldStrata } from "../held-strata";
import { linksToHandOut } from "../links-to-hand-out";
import { query, type Tx } from "../run";
import { agreement, finishedMark, invitation, stratumTarget } from "../schema/identity";
import { round, study } from "../schema/study";

const PEOPLE_A_PAGE = 100;

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly stratum: string | null;
  readonly invitedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly declined: boolean;
  /** Empty where none was given. */
  readonly declineReason: string;
  /** Whether they want reminders. */
  readonly reminders: boolean;
  readonly paused: boolean;
  /** What a mail server said that refused their address for good; empty where none did. */
  readonly bounced: string;
  readonly note: string;
  /** By the marks of last night, for the open round; null while no round is open. */
  readonly finished: boolean | null;
};

/** How many people of one stratum are on the roll, and whether figures about it can ever be shown. */
export type StratumOnRoll = {
  readonly stratum: string | null;
  readonly people: number;
  /** Of them, those who have not declined and are not paused. */
  readonly taking: number;
  /** How many the desk wants; null where it said nothing. */
  readonly target: number | null;
  readonly shown: boolean;
};

export type Roll = {
  readonly openRound: number | null;
  readonly people: readonly Person[];
  readonly page: number;
  readonly pages: number;
  readonly strata: readonly StratumOnRoll[];
  /** Lines that may be one person twice. */
  readonly duplicates: readonly (readonly Line[])[];
  /** Who agreed to be named or asked again; what they answered is not known here. */
  readonly agreements: readonly {
    readonly to: Agreement;
    readonly name: string;
    readonly address: string;
    /** Whether the name stands beside the results. */
    readonly listed: boolean;
  }[];
  /** Links that never left: those that a file for another mail system would hold. */
  readonly linksToHandOut: number;
  /** When the roll is deleted for good; null while another round can follow. */
  readonly seversAt: Date | null;
  readonly severedAt: Date | null;
};

type Agreement = "be-named" | "be-asked-again";

/** Who is on a study's roll, by name. Everything here lies on the side of the names: no seat is read. */
export const roll = query({
  input: z.strictObject({ study: z.string(), page: z.int().min(1).max(10_000).default(1) }),
  access: deskAs("facilitator"),
  run: async (tx, desk, { page }): Promise<Roll> => {
    const [open] = await tx
      .select({ number: round.number })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")));
    const openRound = open?.number ?? null;
    const [all] = await tx
      .select({ people: count() })
      .from(invitation)
      .where(eq(invitation.studyId, desk.studyId));
    return {
      openRound,
      people: await peopleOf(tx, desk, openRound, page),
      page,
      pages: Math.max(1, Math.ceil((all?.people ?? 0) / PEOPLE_A_PAGE)),
      strata: await strataOf(tx, desk),
      duplicates: await duplicatesOf(tx, desk),
      agreements: await agreementsOf(tx, desk),
      linksToHandOut: await linksToHandOut(tx, desk.studyId),
      ...(await severingOf(tx, desk)),
    };
  },
});

async function peopleOf(tx: Tx, desk: Desk, openRound: number | null, page: number): Promise<Person[]> {
  const rows = await tx
    .select({
      id: invitation.id,
      name: invitation.name,
      address: invitation.address,
      stratum: invitation.stratum,
      invitedAt: invitation.invitedAt,
      revokedAt: invitation.revokedAt,
      declined: invitation.declined,
      declineReason: invitation.declineReason,
      reminders: invitation.reminders,
      pausedFrom: invitation.pausedFrom,
      bounced: invitation.bounced,
      note: invitation.note,
      mark: finishedMark.invitationId,
    })
    .from(invitation)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, invitation.studyId),
        eq(finishedMark.invitationId, invitation.id),
        eq(finishedMark.round, openRound ?? 0),
      ),
    )
    .where(eq(invitation.studyId, desk.studyId))
    .orderBy(asc(sql`lower(${invitation.name})`), asc(invitation.address))
    .limit(PEOPLE_A_PAGE)
    .offset((page - 1) * PEOPLE_A_PAGE);
  return rows.map(({ mark, pausedFrom, ...row }) => ({
    ...row,
    paused: pausedFrom !== null,
    finished: openRound === null ? null : mark !== null,
  }));
}

/** Whoever was revoked is nobody's duplicate. */
async function duplicatesOf(tx: Tx, desk: Desk): Promise<Roll["duplicates"]> {
  const { id, name, address } = invitation;
  const people = await tx
    .select({ id, name, address })
    .from(invitation)
    .where(and(eq(invitation.studyId, desk.studyId), isNull(invitation.revokedAt)))
    .orderBy(asc(invitation.address));
  return likelyDuplicates(people).slice(0, MOST_DUPLICATES);
}

const MOST_DUPLICATES = 20;

const agreementsOf = (tx: Tx, desk: Desk) =>
  tx
    .select({
      to: agreement.agreedTo,
      name: agreement.name,
      address: agreement.address,
      listed: agreement.listed,
    })
    .from(agreement)
    .where(eq(agreement.studyId, desk.studyId))
    .orderBy(asc(sql`lower(${agreement.name})`), asc(agreement.address));

async function severingOf(tx: Tx, desk: Desk): Promise<Pick<Roll, "seversAt" | "severedAt">> {
  const [row] = await tx
    .select({ severedAt: study.severedAt, concludedAt: study.concludedAt })
    .from(study)
    .where(eq(study.id, desk.studyId));
  const rounds = await tx
    .select({ closedAt: round.closedAt })
    .from(round)
    .where(eq(round.studyId, desk.studyId))
    .orderBy(asc(round.number));
  const closings = rounds.map(({ closedAt }) => closedAt);
  return {
    seversAt: desk.simulated ? null : severingDate(desk.protocol, closings, row!.concludedAt),
    severedAt: row!.severedAt,
  };
}

async function strataOf(tx: Tx, desk: Desk): Promise<StratumOnRoll[]> {
  const held = await heldStrata(tx, desk.studyId, desk.protocol.minimumGroup);
  const taking = sql<number>`count(*) filter (where not ${invitation.declined} and ${invitation.pausedFrom} is null)::int`;
  const rows = await tx
    .select({ stratum: invitation.stratum, people: count(), taking })
    .from(invitation)
    .where(and(eq(invitation.studyId, desk.studyId), isNull(invitation.revokedAt)))
    .groupBy(invitation.stratum)
    .orderBy(asc(invitation.stratum));
  const targets = await tx
    .select({ stratum: stratumTarget.stratum, people: stratumTarget.people })
    .from(stratumTarget)
    .where(eq(stratumTarget.studyId, desk.studyId));
  const target = new Map(targets.map((one) => [one.stratum, one.people]));
  const empty = desk.protocol.strata
    .filter(({ id }) => !rows.some(({ stratum }) => stratum === id))
    .map(({ id }) => ({ stratum: id, people: 0, taking: 0 }));
  return [...rows, ...empty].map((row) => ({
    ...row,
    target: row.stratum === null ? null : (target.get(row.stratum) ?? null),
    shown: row.stratum !== null && held.has(row.stratum),
  }));
}
