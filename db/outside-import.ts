import { z } from "zod";
import { Item } from "@/delphi/item";
import { Protocol } from "@/delphi/protocol";

/** How a study's first rounds were brought in, and what its design was before, so that it can be taken back. */
export const OutsideImport = z.strictObject({
  on: z.iso.date(),
  rules: z.enum(["before", "afterwards"]),
  rounds: z.int().min(1),
  before: z.strictObject({ items: z.array(Item), protocol: Protocol }),
});
export type OutsideImport = z.infer<typeof OutsideImport>;
