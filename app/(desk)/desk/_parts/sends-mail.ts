import { environment } from "@/db/environment";
import type { DeskStudy } from "@/db/queries/desk-study";

/** Whether this study's panel can be mailed: simulated experts have no mailbox, and mail may be off. */
export const sendsMail = ({ simulated }: DeskStudy): boolean =>
  !simulated && environment().mail.kind !== "none";
