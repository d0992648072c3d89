import type { ChildProcess } from "node:child_process";
import { asVariables, type Environment } from "./environment";

/** Says to a child process that its environment comes later, over its channel. */
export const environmentComes = { THOLOS_ENVIRONMENT: "comes" } as const;

/** Gives a child process that waits for it the whole environment. */
export function handEnvironment(child: ChildProcess, environment: Environment): void {
  // A child that has just ended is noticed by whoever waits for it.
  child.send(asVariables(environment), () => {});
}

/** In a child process: waits for the environment where it comes later. Never resolves when its parent ends first. */
export async function handedEnvironment(): Promise<void> {
  if (process.env.THOLOS_ENVIRONMENT !== environmentComes.THOLOS_ENVIRONMENT) return;
  Object.assign(process.env, await new Promise((resolve) => process.once("message", resolve)));
}
