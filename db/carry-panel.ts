import { and, eq, sql } from "drizzle-orm";
import { type Anonymity, keptOf } from "./draw-link";
import { reachable } from "./recipients";
import type { Tx } from "./run";
import { agreement, invitation } from "./schema/identity";
import { newToken } from "./sealing";

/** Who of an earlier panel is invited again: all who could still be mailed, those who agreed to it, or nobody. */
export type CarriedOver = "roll" | "agreed" | "nobody";

type Person = {
  readonly name: string;
  readonly address: string;
  readonly stratum: string | null;
  readonly language: string;
};

/**
 * Puts people of one study's roll on another's, as anybody else would be put there: with links drawn anew, nothing of
 * what they decided before, and in no order that tells anything.
 * @returns how many
 */
export async function carryPanel(
  tx: Tx,
  from: string,
  to: string,
  which: CarriedOver,
  anonymity: Anonymity,
): Promise<number> {
  const people =
    which === "nobody" ? [] : await (which === "roll" ? stillMailed(tx, from) : agreed(tx, from));
  if (people.length === 0) return 0;
  await tx.insert(invitation).values(
    people.map((person) => ({
      studyId: to,
      ...person,
      ...(anonymity === "strict" ? {} : keptOf(newToken(), to, anonymity)),
    })),
  );
  return people.length;
}

/** How many each way of carrying over would put on the new roll. */
export async function carriedOver(tx: Tx, from: string): Promise<Readonly<Record<CarriedOver, number>>> {
  const [roll, asked] = [await stillMailed(tx, from), await agreed(tx, from)];
  return { roll: roll.length, agreed: asked.length, nobody: 0 };
}

const person = {
  name: invitation.name,
  address: invitation.address,
  stratum: invitation.stratum,
  language: invitation.language,
};

/** Everybody on the roll who declined nothing, is not paused, and whose mail arrived. */
const stillMailed = (tx: Tx, studyId: string): Promise<Person[]> =>
  tx.select(person).from(invitation).where(reachable(studyId)).orderBy(sql`random()`);

/** Agreements outlive the roll; while it stands, groups and languages are taken from it. */
async function agreed(tx: Tx, studyId: string): Promise<Person[]> {
  const onRoll = new Map((await stillMailed(tx, studyId)).map((one) => [one.address, one]));
  const rows = await tx
    .select({ name: agreement.name, address: agreement.address })
    .from(agreement)
    .where(and(eq(agreement.studyId, studyId), eq(agreement.agreedTo, "be-asked-again")))
    .orderBy(sql`random()`);
  return rows.map((row) => onRoll.get(row.address) ?? { ...row, stratum: null, language: "en" });
}
