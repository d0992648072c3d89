import { eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command, NotFound } from "../run";
import { facilitator } from "../schema/identity";
import { drawSignInLink } from "../sign-in-link";

/** Draws a one-time link at the moment its mail is sent, so that the token never waits in a queue. */
export const issueSignInLink = command({
  name: "issue-sign-in-link",
  input: z.strictObject({ facilitator: z.uuid() }),
  access: operator,
  run: async (tx, _operator, { facilitator: id }, now) => {
    const [person] = await tx.select().from(facilitator).where(eq(facilitator.id, id));
    if (!person) throw new NotFound();
    const token = await drawSignInLink(tx, person.id, now);
    return done({ token, address: person.address, name: person.name });
  },
});
