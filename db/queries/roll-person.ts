import { eq } from "drizzle-orm";
import { z } from "zod";
import { deskAs } from "../access/desk";
import { personOnRoll, roundsSoFar } from "../one-person";
import { query } from "../run";
import { study } from "../schema/study";

/** What the roll says about one person; nothing here comes from a seat. */
export type RollPerson = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly stratum: string | null;
  readonly language: string;
  readonly note: string;
  readonly revoked: boolean;
  readonly declined: boolean;
  readonly declineReason: string;
  readonly paused: boolean;
  /** The first round that does not count them as invited. */
  readonly pausedFrom: number | null;
  /** What a mail server said; empty where mail arrives. */
  readonly bounced: string;
  /** Whether people can be replaced now. */
  readonly roundOpen: boolean;
  readonly severed: boolean;
};

export const rollPerson = query({
  input: z.strictObject({ study: z.string(), invitation: z.uuid() }),
  access: deskAs("facilitator"),
  run: async (tx, desk, { invitation: id }): Promise<RollPerson> => {
    const found = await personOnRoll(tx, desk, id);
    const [row] = await tx.select({ at: study.severedAt }).from(study).where(eq(study.id, desk.studyId));
    const { name, address, stratum, language, note, declined, declineReason, pausedFrom, bounced } = found;
    return {
      id,
      name,
      address,
      stratum,
      language,
      note,
      declined,
      declineReason,
      pausedFrom,
      bounced,
      revoked: found.revokedAt !== null,
      paused: pausedFrom !== null,
      roundOpen: (await roundsSoFar(tx, desk)).open,
      severed: row!.at !== null,
    };
  },
});
