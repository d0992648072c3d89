import type { DeskStudy } from "@/db/queries/desk-study";

/** Whether to offer editing; the command decides it again. */
export const mayEdit = ({ lockedAt, role }: DeskStudy): boolean =>
  lockedAt === null && (role === "owner" || role === "facilitator");
