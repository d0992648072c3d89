import type { DeskStudy } from "@/db/queries/desk-study";

/** Whether to offer editing; the command decides it again. */
export const mayEdit = ({ lockedAt, role }: DeskStudy): boolean =>
  lockedAt === null && (role === "owner" || role === "facilitator");

/** Whether the words of what the open round asks can be corrected. */
export const mayCorrect = ({ phase, role }: DeskStudy): boolean =>
  phase === "open" && (role === "owner" || role === "facilitator");
