import type { z } from "zod";
import { done, type Problem, type Refusal, type Result, refused } from "@/delphi/result";
import type { AnyProof } from "./access/proof";
import type { Actor } from "./actor";
import { recordAct } from "./audit";
import { type Database, db } from "./client";
import { isUnholdable, type Progress, retried } from "./retried";

/** A transaction; only access functions and the bodies of operations ever hold one. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Access<I, P extends AnyProof> = (tx: Tx, actor: Actor, input: I) => Promise<P>;

/** Missing and forbidden look the same to whoever asks. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** A reading operation: parsed input, one snapshot of the database, which itself refuses a write. */
export function query<S extends z.ZodType, P extends AnyProof, T>(spec: {
  readonly input: S;
  readonly access: Access<z.output<S>, P>;
  readonly run: (tx: Tx, proof: P, input: z.output<S>, now: Date) => Promise<T>;
}): (actor: Actor, input: z.input<S>) => Promise<T> {
  return async (actor, given) => {
    const parsed = spec.input.safeParse(given);
    if (!parsed.success) throw new NotFound();
    try {
      return await retried(() =>
        db().transaction(
          async (tx) => spec.run(tx, await spec.access(tx, actor, parsed.data), parsed.data, new Date()),
          { isolationLevel: "repeatable read", accessMode: "read only" },
        ),
      );
    } catch (error) {
      if (isUnholdable(error)) throw new NotFound();
      throw error;
    }
  };
}

/**
 * A writing operation. A refusal rolls back everything it did. Deadlocks and serialization failures are
 * tried twice more, and a database that was away is waited for, unless it might have done the work already.
 * With a desk proof the act is recorded in the same transaction; an expert's act is not.
 */
export function command<S extends z.ZodType, P extends AnyProof, T, R extends string>(spec: {
  readonly name: string;
  readonly input: S;
  readonly access: Access<z.output<S>, P>;
  readonly run: (tx: Tx, proof: P, input: z.output<S>, now: Date) => Promise<Result<T, R>>;
  /** What the log says beside the act's name: which round, how many, whose role. Never an answer. */
  readonly tells?: (value: T, input: z.output<S>) => string | number;
}): (actor: Actor, input: z.input<S>) => Promise<Result<T, R | "invalid-input">> {
  return async (actor, given) => {
    const parsed = spec.input.safeParse(given);
    if (!parsed.success) return refused("invalid-input", undefined, problemsOf(parsed.error));
    const progress = { ready: false };
    return retried(() => attempt(spec, actor, parsed.data, progress), progress);
  };
}

async function attempt<I, P extends AnyProof, T, R extends string>(
  spec: {
    readonly name: string;
    readonly access: Access<I, P>;
    readonly run: (tx: Tx, proof: P, input: I, now: Date) => Promise<Result<T, R>>;
    readonly tells?: (value: T, input: I) => string | number;
  },
  actor: Actor,
  input: I,
  progress: Progress,
): Promise<Result<T, R>> {
  try {
    return await db().transaction(async (tx) => {
      const now = new Date();
      const proof = await spec.access(tx, actor, input);
      const result = await spec.run(tx, proof, input, now);
      if (!result.ok) throw new RolledBack(result);
      await recordAct(tx, spec.name, proof, String(spec.tells?.(result.value, input) ?? ""), now);
      progress.ready = true;
      return done(result.value);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as Refusal<R>;
    if (isUnholdable(error)) return refused("invalid-input") as Refusal<R>;
    throw error;
  }
}

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refusal);
  }
}

const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
