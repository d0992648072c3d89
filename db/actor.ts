/** Who asks. Made from a session by app/_server/actor, from a command line or a job by their own entry. */
export type Actor =
  | { readonly kind: "visitor" }
  | { readonly kind: "seat"; readonly studyId: string; readonly seatId: Buffer; readonly epoch: number }
  | { readonly kind: "facilitator"; readonly facilitatorId: string }
  /** The operator at the command line and the jobs of this installation. */
  | { readonly kind: "system" };

export const visitor: Actor = { kind: "visitor" };
export const system: Actor = { kind: "system" };
