import { setTimeout } from "node:timers/promises";
import type { Actor } from "@/db/actor";
import type { Result } from "@/delphi/result";

/** Longer than queueing a letter takes, and short enough for a form. */
const MILLISECONDS = 300;

/** A command whose answer takes the same time whatever it found: how long it took tells nobody who is on a roll. */
export const evenly =
  <I, T>(command: (actor: Actor, input: I) => Promise<Result<T>>) =>
  async (actor: Actor, input: I): Promise<Result<T>> => {
    const [result] = await Promise.all([command(actor, input), setTimeout(MILLISECONDS)]);
    return result;
  };
