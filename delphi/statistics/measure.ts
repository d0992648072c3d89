import type { z } from "zod";
import { done, type Problem, type Result, refused } from "../result";
import { sentenceFor } from "./sentence";

/** What a measure says about itself; the command, the analysis pages and docs/method.md are fed from it. */
type Description<Name extends string, Shape extends z.ZodRawShape, Value> = {
  /** Kebab-case, never reused for something else. */
  readonly name: Name;
  readonly title: string;
  /** The question it answers, or what it shows, in a sentence. */
  readonly meaning: string;
  readonly formula: string;
  readonly conventions: readonly string[];
  /** How to read the figures. */
  readonly reading: string;
  readonly source: string;
  readonly input: z.ZodObject<Shape, z.core.$strict>;
  /** What each figure of the value is; the names are what rules refer to. */
  readonly figures: Readonly<Record<keyof NoInfer<Value> & string, string>>;
  readonly example: {
    readonly input: NoInfer<z.input<z.ZodObject<Shape, z.core.$strict>>>;
    readonly value: NoInfer<Value>;
    /** What there is to see in the example. */
    readonly note?: string;
  };
};

export interface Measure<Name extends string, Shape extends z.ZodRawShape, Value>
  extends Description<Name, Shape, Value> {
  /** The figures, optional fields filled in. Throws InvalidInput where the input is outside the domain. */
  compute(input: z.input<z.ZodObject<Shape, z.core.$strict>>): Value;
  /** The same for input from outside: the figures, or the first thing wrong with it as `problems[0]`. */
  answer(input: unknown): Result<Value, "invalid-input">;
}

export class InvalidInput extends Error {
  constructor(
    measure: string,
    readonly problem: Problem,
  ) {
    super(`${measure}: ${problem.message}`);
    this.name = "InvalidInput";
  }
}

export function measure<const Name extends string, Shape extends z.ZodRawShape, Value>(
  description: Description<Name, Shape, Value> & {
    readonly compute: (input: z.output<z.ZodObject<Shape, z.core.$strict>>) => Value;
  },
): Measure<Name, Shape, Value> {
  const answer = (input: unknown): Result<Value, "invalid-input"> => {
    const parsed = description.input.safeParse(input, { error: sentenceFor });
    if (!parsed.success) return refused("invalid-input", undefined, [problemOf(parsed.error.issues[0]!)]);
    return done(finite(description.compute(parsed.data)));
  };
  return {
    ...description,
    answer,
    compute(input) {
      const answered = answer(input);
      if (!answered.ok) throw new InvalidInput(description.name, answered.problems![0]!);
      return answered.value;
    },
  };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const unknownField = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return { path: [...issue.path, ...unknownField].join("."), message: issue.message };
}

const hasOnlyFinite = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null || Object.values(value).every(hasOnlyFinite);

/** A figure too large for a number is undefined, like every other that cannot be computed. */
function finite<T>(value: T): T {
  if (hasOnlyFinite(value)) return value;
  if (typeof value === "number") return (Number.isFinite(value) ? value : null) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(finite) as T;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, finite(part)])) as T;
}
