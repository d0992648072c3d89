import { sql } from "drizzle-orm";
import { z } from "zod";
import { anyone } from "../access/anyone";
import { query } from "../run";

/** Answers only when the database does. */
export const health = query({
  input: z.strictObject({}),
  access: anyone,
  run: async (tx): Promise<{ readonly database: "answers" }> => {
    await tx.execute(sql`select 1`);
    return { database: "answers" };
  },
});
