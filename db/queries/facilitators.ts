import { asc } from "drizzle-orm";
import { z } from "zod";
import { operator } from "../access/anyone";
import { query } from "../run";
import { facilitator } from "../schema/identity";

/** The facilitators' roll, for the operator at the command line. */
export const facilitators = query({
  input: z.strictObject({}),
  access: operator,
  run: (tx) =>
    tx
      .select({ address: facilitator.address, name: facilitator.name })
      .from(facilitator)
      .orderBy(asc(facilitator.address)),
});
