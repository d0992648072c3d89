import { randomUUID } from "node:crypto";
import type { Actor } from "@/db/actor";
import { sql } from "@/db/client";
import { environment, setEnvironment } from "@/db/environment";
import type { TestStudy } from "./a-study";

type Role = "observer" | "moderator" | "facilitator" | "owner";
export type Facilitator = Extract<Actor, { kind: "facilitator" }>;

/** Somebody on the facilitators' roll, at the desk of no study. */
async function aFacilitator(address = `${randomUUID()}@desk.example`): Promise<Facilitator> {
  const [row] = await sql()<{ id: string }[]>`
    insert into facilitator (address, name, created_at) values (${address}, 'Somebody', now()) returning id`;
  return { kind: "facilitator", facilitatorId: row!.id };
}

/** Somebody at a study's desk. */
export async function aMember(study: Pick<TestStudy, "id">, role: Role): Promise<Facilitator> {
  const person = await aFacilitator();
  await sql()`insert into membership (study_id, facilitator_id, role) values (${study.id}, ${person.facilitatorId}, ${role})`;
  return person;
}

/** Somebody whose session outlived their place on the roll. */
export const aStranger = (): Facilitator => ({ kind: "facilitator", facilitatorId: randomUUID() });

/** From here on this file's environment sends mail (or is a demo), until the next call. */
export function mailingBy(how: "smtp" | "none" | "outbox"): void {
  const mail = how === "smtp" ? { kind: how, url: "smtp://127.0.0.1:1" } : { kind: how };
  setEnvironment({ ...environment(), mail, demo: how === "outbox" });
}
