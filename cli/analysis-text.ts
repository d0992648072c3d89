import type { AnalysisRow, RoundSummary } from "@/delphi/outside-study";
import type { BadRow } from "./ratings-file";

export type Analysis = {
  readonly protocol: { readonly sha256: string };
  readonly rows: readonly AnalysisRow[];
  readonly rounds: readonly RoundSummary[];
  readonly badRows: readonly BadRow[];
};

/** The analysis as plain lines for a terminal: the whole panel by round, then the summary and the bad rows. */
export function analysisText({ protocol, rows, rounds, badRows }: Analysis): string {
  const lines = rounds.flatMap((round) => [
    "",
    `Round ${round.round}: ${round.experts} experts`,
    columns("item", "part", "n", "median", "middle half", "consensus", "stability"),
    ...rows.filter((row) => row.round === round.round && row.stratum === null).map(lineOf),
    `${round.consensus} of ${round.asked} with consensus, ${round.stable} stable; the rules say ${round.stop ? "stop" : "go on"}.`,
  ]);
  const bad = badRows.map(({ line, reason }) => `Line ${line} was left out: ${reason}`);
  return [`Protocol ${protocol.sha256}`, ...lines, ...(bad.length > 0 ? ["", ...bad] : []), ""].join("\n");
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
