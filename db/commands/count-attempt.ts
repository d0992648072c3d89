import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { anyone } from "../access/anyone";
import { type Attempted, LIMITS, oneTooMany } from "../attempts";
import { command } from "../run";

/** Counts what somebody tries, and refuses it once it was tried too often. */
export const countAttempt = command({
  name: "count-attempt",
  input: z.strictObject({
    what: z.enum(Object.keys(LIMITS) as [Attempted, ...Attempted[]]),
    by: z.string().max(1000),
  }),
  access: anyone,
  run: async (tx, _anyone, { what, by }, now) =>
    (await oneTooMany(tx, what, by, now))
      ? refused("too-many-attempts", { minutes: LIMITS[what].minutes })
      : done({}),
});
