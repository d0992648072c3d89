import type { z } from "zod";

const KIND_IN_WORDS: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object with named fields",
  string: "a text",
  boolean: "true or false",
};

/** What is wrong with a value, as a sentence for a person. A schema's own message comes before it. */
export function sentenceFor(issue: z.core.$ZodRawIssue): string {
  const subject = issue.path?.length ? issue.path.join(".") : "The input";
  if (issue.code === "unrecognized_keys") return `${subject} has no field called “${issue.keys[0]}”.`;
  if (issue.code === "invalid_value") return `${subject} must be ${eitherOf(issue.values)}.`;
  if (issue.code === "too_small" || issue.code === "too_big") return `${subject} must ${limitOf(issue)}.`;
  if (issue.code !== "invalid_type") return `${subject} cannot be used here.`;
  if (issue.input === undefined) return `${subject} is missing.`;
  if (issue.expected === "number" && typeof issue.input === "number")
    return `${subject} must be a finite number.`;
  return `${subject} must be ${KIND_IN_WORDS[issue.expected] ?? issue.expected}.`;
}

function eitherOf(values: readonly unknown[]): string {
  const named = values.map(String);
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
}

function limitOf(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>): string {
  const small = issue.code === "too_small";
  const limit = small ? issue.minimum : issue.maximum;
  if (issue.origin === "array")
    return `have at ${small ? "least" : "most"} ${limit} ${limit === 1 ? "entry" : "entries"}`;
  if (issue.inclusive) return `be at ${small ? "least" : "most"} ${limit}`;
  return `be ${small ? "above" : "below"} ${limit}`;
}
