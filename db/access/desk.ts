import { and, eq } from "drizzle-orm";
import { Protocol } from "@/delphi/protocol";
import type { Actor } from "../actor";
import { NotFound, type Tx } from "../run";
import { facilitator, membership } from "../schema/identity";
import { study } from "../schema/study";
import { mint, type Proof } from "./proof";

const RANK = { observer: 0, moderator: 1, facilitator: 2, owner: 3 } as const;
export type Role = keyof typeof RANK;

/** A member of a study's desk; the operator counts as its owner. */
export type Desk = Proof<
  "desk",
  {
    readonly studyId: string;
    readonly facilitatorId: string | null;
    readonly role: Role;
    readonly simulated: boolean;
    readonly version: number;
    readonly locked: boolean;
    readonly protocol: Protocol;
  }
>;

/** Somebody on the facilitators' roll, whatever the study. */
export type OnRoll = Proof<
  "roll",
  { readonly facilitatorId: string; readonly name: string; readonly address: string }
>;

/** A member of the study's desk with at least this role. The study's row is read, not locked. */
export const deskAs =
  (least: Role) =>
  (tx: Tx, actor: Actor, input: { readonly study: string }): Promise<Desk> =>
    deskOf(tx, actor, input.study, least, false);

/** The same, holding the study's row until the transaction ends: acts on one study follow one another. */
export const lockedDeskAs =
  (least: Role) =>
  (tx: Tx, actor: Actor, input: { readonly study: string }): Promise<Desk> =>
    deskOf(tx, actor, input.study, least, true);

/**
 * The desk of a simulated study, for whoever runs it. A kind of its own: its acts end with the study and leave no
 * line in a log that goes with it.
 */
export async function rehearsalDesk(
  tx: Tx,
  actor: Actor,
  input: { readonly study: string },
): Promise<Proof<"rehearsal", { readonly studyId: string; readonly simulated: boolean }>> {
  const { studyId, simulated } = await deskOf(tx, actor, input.study, "facilitator", true);
  return mint("rehearsal", { studyId, simulated });
}

async function deskOf(tx: Tx, actor: Actor, slug: string, least: Role, lock: boolean): Promise<Desk> {
  const found = tx.select().from(study).where(eq(study.slug, slug));
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw new NotFound();
  const role = actor.kind === "system" ? "owner" : await roleOf(tx, actor, row.id);
  if (!role || RANK[role] < RANK[least]) throw new NotFound();
  return mint("desk", {
    studyId: row.id,
    facilitatorId: actor.kind === "facilitator" ? actor.facilitatorId : null,
    role,
    simulated: row.simulated,
    version: row.version,
    locked: row.lockedAt !== null,
    protocol: Protocol.parse(row.protocol),
  });
}

async function roleOf(tx: Tx, actor: Actor, studyId: string): Promise<Role | undefined> {
  if (actor.kind !== "facilitator") return undefined;
  const [row] = await tx
    .select({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.studyId, studyId), eq(membership.facilitatorId, actor.facilitatorId)));
  return row?.role;
}

/** Anybody who may open the desk at all. */
export async function onRoll(tx: Tx, actor: Actor): Promise<OnRoll> {
  if (actor.kind !== "facilitator") throw new NotFound();
  const [row] = await tx.select().from(facilitator).where(eq(facilitator.id, actor.facilitatorId));
  if (!row) throw new NotFound();
  return mint("roll", { facilitatorId: row.id, name: row.name, address: row.address });
}

/** Whoever may make a study: anybody on the roll, and the operator. */
export async function studyMaker(
  tx: Tx,
  actor: Actor,
): Promise<Proof<"maker", { readonly facilitatorId: string | null }>> {
  if (actor.kind === "system") return mint("maker", { facilitatorId: null });
  return mint("maker", { facilitatorId: (await onRoll(tx, actor)).facilitatorId });
}
