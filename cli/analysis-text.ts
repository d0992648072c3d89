import type { Finding } from "@/delphi/outside-details";
import type { AnalysisRow, OutsideAnalysis } from "@/delphi/outside-study";
import type { Protocol } from "@/delphi/protocol";
import type { BadRow } from "@/delphi/ratings";
import type { Reading } from "@/delphi/reading";

/** What --json prints: the documented fields, and beside them what else is known. */
export type Analysis = Omit<OutsideAnalysis, "findings"> & {
  readonly protocol: Protocol & { readonly sha256: string };
  readonly findings: readonly WordedFinding[];
  readonly badRows: readonly BadRow[];
  /** What was done otherwise than asked, in sentences. */
  readonly notes: readonly string[];
};

export type WordedFinding = ReturnType<typeof worded>;

/** A finding with its readings said, and without the rules that its definitions start with: the method page has them. */
export const worded = (
  { says, otherDefinitions, warnings, ...finding }: Finding,
  say: (reading: Reading) => string,
) => ({
  ...finding,
  sentence: say(says),
  otherDefinitions: otherDefinitions.map(({ rule: _, ...verdict }) => verdict),
  warnings: warnings.map(({ name, text }) => ({ name, text: `${say(text)}.` })),
});

/** The analysis as plain lines for a terminal: the whole panel by round, then the summary and the bad rows. */
export function analysisText({
  protocol,
  rows,
  rounds,
  badRows,
  findings,
  attrition,
  notes,
}: Analysis): string {
  const lines = rounds.flatMap((round) => [
    "",
    `Round ${round.round}: ${round.experts} experts`,
    columns("item", "part", "n", "median", "middle half", "consensus", "stability"),
    ...rows.filter((row) => row.round === round.round && row.stratum === null).map(lineOf),
    `${round.consensus} of ${round.asked} with consensus, ${round.stable} stable; the rules say ${round.stop ? "stop" : "go on"}.`,
  ]);
  const warnings = findings.flatMap((one) =>
    one.warnings.map(({ text }) => `Round ${one.round}, ${one.item}, ${one.part}: ${text}`),
  );
  const leaving = attrition.map(({ since, round, before, left, parts }) => {
    const flips = parts.filter((one) => one.flips === true).length;
    return `From round ${since} to ${round}, ${left} of ${before} left; ${flips} verdicts could be another one had they stayed.`;
  });
  const bad = badRows.map(({ line, reason }) => `Line ${line} was left out: ${reason}`);
  const more = [leaving, warnings, bad].flatMap((those) => (those.length > 0 ? ["", ...those] : []));
  return [`Protocol ${protocol.sha256}`, ...notes, ...lines, ...more, ""].join("\n");
}

const lineOf = (row: AnalysisRow): string =>
  columns(
    row.item,
    row.part,
    String(row.n),
    figure(row.median),
    row.q1 === null ? "–" : `${figure(row.q1)} to ${figure(row.q3)}`,
    verdict(row.consensus.met, "agreed", "not agreed"),
    row.stability === null ? "first round" : verdict(row.stability.met, "stable", "moving"),
  );

export const figure = (value: number | null): string =>
  value === null ? "–" : String(Math.round(value * 100) / 100);

export const verdict = (met: boolean | null, yes: string, no: string): string =>
  met === null ? "no verdict" : met ? yes : no;

const WIDTHS = [28, 18, 5, 8, 14, 12, 12];
const columns = (...cells: readonly string[]): string =>
  cells
    .map((cell, at) => cell.slice(0, WIDTHS[at]).padEnd(WIDTHS[at]!))
    .join(" ")
    .trimEnd();
