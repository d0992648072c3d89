import type { Actor } from "../actor";
import { environment } from "../environment";
import { NotFound, type Tx } from "../run";
import { onRoll } from "./desk";
import { mint, type Proof } from "./proof";

export type Demo = Proof<"demo", object>;

/** Anybody, but in demo mode only: elsewhere what it guards does not exist. */
export async function inDemo(): Promise<Demo> {
  if (!environment().demo) throw new NotFound();
  return mint("demo", {});
}

/** Somebody on the facilitators' roll, in demo mode only. */
export async function onRollInDemo(tx: Tx, actor: Actor): Promise<Demo> {
  await onRoll(tx, actor);
  return inDemo();
}
