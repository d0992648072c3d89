import { betweenSection, conventionsSection, roundSection } from "./analysis-sections";
import type { Analysis } from "./analysis-text";
import { escaped, htmlTable } from "./html-table";

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1c19;--muted:#5c584f;--line:#dcd7cb}
@media (prefers-color-scheme:dark){:root{--paper:#161513;--ink:#f1ede4;--muted:#b3ac9e;--line:#3a3731}}
body{background:var(--paper);color:var(--ink);font:18px/1.6 "Source Serif 4",Georgia,serif;max-width:72rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:28px;line-height:1.25}h2{font-size:22px;margin-top:3rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font:14px/1.4 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums;width:100%}
caption{text-align:left;color:var(--muted);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right}code{font-size:14px;overflow-wrap:anywhere}p.muted,dd{color:var(--muted)}dl,summary{font:14px/1.5 Inter,system-ui,sans-serif}dt{margin-top:.75rem}dd{margin:0}summary{cursor:pointer;padding:.75rem 0}th:nth-child(3):nth-last-child(9){min-width:14rem}`;

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
    `<p class="muted">Percentages are of those who answered, quartiles of type 7. Nothing is withheld: this page is for those who may see the answers. Protocol <code>${protocol.sha256}</code></p>`,
    ...analysis.notes.map((note) => `<p>${escaped(note)}</p>`),
    conventionsSection(analysis),
    `<h2>Summary</h2>`,
    htmlTable(
      "By round",
      ["Round", "Experts", "Figures", "With consensus", "Stable", "The rules say"],
      summary,
    ),
    ...rounds.map((round) => roundSection(analysis, round.round)),
    betweenSection(analysis),
    `<h2>Rows left out</h2>`,
    badRows.length === 0
      ? `<p>None.</p>`
      : htmlTable(
          "By line of the file",
          ["Line", "Reason"],
          badRows.map((row) => [row.line, row.reason]),
        ),
    `</main></body></html>\n`,
  ].join("\n");
}
