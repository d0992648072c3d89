import type { z } from "zod";
import { done, type Problem, type Result, refused } from "./result";
import { StudyDesign } from "./study";

const FORMAT = "tholos-design/1";

/** A study's design as a file that a person can read and another installation can take. No panel, no answers. */
export const writeDesign = (design: StudyDesign): string =>
  `${JSON.stringify({ format: FORMAT, ...design }, null, 2)}\n`;

/** Reads such a file. What is wrong is listed with its place, so that it can be mended where it stands. */
export function readDesign(text: string): Result<StudyDesign, "not-a-design"> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refused("not-a-design", undefined, [{ path: "", message: "This is not JSON." }]);
  }
  if (typeof given !== "object" || given === null || !("format" in given) || given.format !== FORMAT)
    return refused("not-a-design");
  const { format: _format, ...design } = given;
  const parsed = StudyDesign.safeParse(design);
  return parsed.success
    ? done(parsed.data)
    : refused("not-a-design", undefined, problemsIn(parsed.error.issues));
}

const LISTED = 20;

const problemsIn = (issues: readonly z.core.$ZodIssue[]): Problem[] =>
  issues.slice(0, LISTED).map((issue) => ({
    path: issue.path.join("."),
    message: `${issue.path.join(".") || "The file"}: ${issue.message}`,
  }));
