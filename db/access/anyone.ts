import type { Actor } from "../actor";
import { NotFound, type Tx } from "../run";
import { mint, type Proof } from "./proof";

export type Anyone = Proof<"anyone", object>;
export type Operator = Proof<"operator", object>;

/** What everybody may read or ask for. */
export const anyone = async (): Promise<Anyone> => mint("anyone", {});

/** The command line and the jobs of this installation. */
export async function operator(_tx: Tx, actor: Actor): Promise<Operator> {
  if (actor.kind !== "system") throw new NotFound();
  return mint("operator", {});
}
