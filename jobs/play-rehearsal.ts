import { rehearse } from "@/db/seed/rehearse";
import type { Handler } from "./serve";

/** Lets a simulated panel answer a copy of a study, to its last round and its first edition. */
export const playRehearsal: Handler<"rehearse"> = async ({ study, owner, settings }) => {
  await rehearse(study, settings, { leaveOpen: false, owner: owner ?? undefined });
};
