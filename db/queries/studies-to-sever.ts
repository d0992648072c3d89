import { isNull } from "drizzle-orm";
import { z } from "zod";
import { Protocol } from "@/delphi/protocol";
import { severingDate } from "@/delphi/severing";
import { operator } from "../access/anyone";
import { query } from "../run";
import { round, study } from "../schema/study";

/** The studies whose time has come to be severed, for what runs at night. */
export const studiesToSever = query({
  input: z.strictObject({}),
  access: operator,
  run: async (tx, _operator, _input, now): Promise<readonly { readonly study: string }[]> => {
    const studies = await tx.select().from(study).where(isNull(study.severedAt));
    const rounds = await tx.select().from(round).orderBy(round.number);
    return studies
      .filter(({ id, protocol, concludedAt, simulated }) => {
        const closings = rounds.filter((one) => one.studyId === id).map((one) => one.closedAt);
        const due = severingDate(Protocol.parse(protocol), closings, concludedAt);
        return !simulated && due !== null && due <= now;
      })
      .map(({ slug }) => ({ study: slug }));
  },
});
