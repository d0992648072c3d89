import { stripVTControlCharacters } from "node:util";

/** How many lines of one step's failure are said again at the end. */
const LINES = 60;

/** Where vitest begins to tell what failed; what belongs to no test is named there only. */
const BEGIN = /(Failed (Tests|Suites)|Unhandled (Errors?|Rejections?)) ?\d*/;

/**
 * The part of a failed step's output that says why, so that whoever reads the end of a long log finds it there.
 * @param output everything that the step wrote, newest last
 */
export function failureWords(output: string): string {
  const lines = stripVTControlCharacters(output).trimEnd().split("\n");
  const begin = lines.findIndex((line) => BEGIN.test(line));
  return (begin < 0 ? lines.slice(-LINES) : lines.slice(begin, begin + LINES)).join("\n");
}
