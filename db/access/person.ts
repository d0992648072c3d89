import { and, eq } from "drizzle-orm";
import type { Actor } from "../actor";
import { NotFound, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";
import { personHash, readToken, stopProof, unseal } from "../sealing";
import { mint, type Proof } from "./proof";

type Row = typeof invitation.$inferSelect;

/** Somebody on a roll, by the second token: for acts about themselves. Nothing here leads to a seat. */
export type Person = Proof<"person", { readonly row: Row; readonly studyId: string; readonly id: string }>;

/** The holder of P. A revoked link's person may still decide about themselves. */
export async function personHolder(
  tx: Tx,
  _actor: Actor,
  input: { readonly person: string },
): Promise<Person> {
  const token = readToken(input.person);
  if (!token) throw new NotFound();
  const [row] = await tx
    .select()
    .from(invitation)
    .where(eq(invitation.personHash, personHash(token)));
  return row ? asPerson(row) : missing();
}

/** The same, holding the study: the roll is not rewritten meanwhile, and acts on it follow one another. */
export async function lockedPersonHolder(
  tx: Tx,
  actor: Actor,
  input: { readonly person: string },
): Promise<Person> {
  const found = await personHolder(tx, actor, input);
  await tx.select({ id: study.id }).from(study).where(eq(study.id, found.studyId)).for("update");
  return personHolder(tx, actor, input);
}

/** The holder of the one-click address in a mail's head, which can do nothing but stop reminders. */
export async function stopHolder(
  tx: Tx,
  _actor: Actor,
  input: { readonly invitation: string; readonly proof: string },
): Promise<Person> {
  const one = eq(invitation.id, input.invitation);
  const [found] = await tx.select({ studyId: invitation.studyId }).from(invitation).where(one);
  if (!found) throw new NotFound();
  await tx.select({ id: study.id }).from(study).where(eq(study.id, found.studyId)).for("update");
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(one, eq(invitation.studyId, found.studyId)));
  if (!row?.sealedPerson) throw new NotFound();
  const token = unseal(row.sealedPerson, `person:${row.studyId}`);
  return stopProof(token) === input.proof ? asPerson(row) : missing();
}

const asPerson = (row: Row): Person => mint("person", { row, studyId: row.studyId, id: row.id });

function missing(): never {
  throw new NotFound();
}
