/** The reserved part under which an expert gives a reason for an item. */
export const RATIONALE = "rationale";
export const RATIONALE_MAX_LENGTH = 2000;
