import type { AnalysisRow } from "@/delphi/outside-study";
import { type Analysis, figure, verdict } from "./analysis-text";

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1c19;--muted:#5c584f;--line:#dcd7cb}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#f1ede4;--muted:#b3ac9e;--line:#3a3731}}
body{background:var(--paper);color:var(--ink);font:18px/1.6 "Source Serif 4",Georgia,serif;max-width:72rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:28px;line-height:1.25}h2{font-size:22px;margin-top:3rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font:14px/1.4 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums;width:100%}
caption{text-align:left;color:var(--muted);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right}code{font-size:14px;overflow-wrap:anywhere}p.muted{color:var(--muted)}`;

/** The analysis as one self-contained page: nothing is loaded from anywhere. */
export function analysisPage(analysis: Analysis, source: string): string {
  const { protocol, rounds, badRows } = analysis;
  const summary = rounds.map((round) => [
    `Round ${round.round}`,
    round.experts,
    round.asked,
    round.consensus,
    round.stable,
    round.stop ? "stop" : "go on",
  ]);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>Analysis of ${escaped(source)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>Analysis of ${escaped(source)}</h1>`,
    `<p class="muted">Every figure by the conventions of the method page: quartiles of type 7, percentages of those who answered. Nothing is withheld: this page is for those who may see the answers. Protocol <code>${protocol.sha256}</code></p>`,
    `<h2>Summary</h2>`,
    table("By round", ["Round", "Experts", "Figures", "With consensus", "Stable", "The rules say"], summary),
    ...rounds.map((round) => roundSection(analysis, round.round)),
    `<h2>Rows left out</h2>`,
    badRows.length === 0
      ? `<p>None.</p>`
      : table(
          "By line of the file",
          ["Line", "Reason"],
          badRows.map((row) => [row.line, row.reason]),
        ),
    `</main></body></html>\n`,
  ].join("\n");
}

const HEADS = [
  "Item",
  "Part",
  "Group",
  "n",
  "Abstained",
  "Not answered",
  "Median",
  "Middle half",
  "Consensus",
  "Stability",
];

function roundSection({ rows }: Analysis, round: number): string {
  const cells = rows.filter((row) => row.round === round).map(cellsOf);
  return `<h2>Round ${round}</h2>${table("Each part of each item, for the whole panel and by group", HEADS, cells)}`;
}

const cellsOf = (row: AnalysisRow): Cell[] => [
  row.item,
  row.part,
  row.stratum ?? "whole panel",
  row.n,
  row.abstained,
  row.notAnswered,
  figure(row.median),
  row.q1 === null ? "–" : `${figure(row.q1)} to ${figure(row.q3)}`,
  `${verdict(row.consensus.met, "agreed", "not agreed")}${figuresText(row.consensus.figures)}`,
  row.stability === null
    ? "first round"
    : `${verdict(row.stability.met, "stable", "moving")}${figuresText(row.stability.figures)}`,
];

const figuresText = (figures: object): string => {
  const shown = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === "number" ? figure(value) : value}`,
  );
  return shown.length === 0 ? "" : ` (${shown.join(", ")})`;
};

type Cell = string | number;

function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("\n");
  return `<div class="wide" tabindex="0"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const cell = (value: Cell): string =>
  typeof value === "number" ? `<td class="n">${value}</td>` : `<td>${escaped(value)}</td>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
