import type { AnalysisRow } from "@/delphi/outside-study";
import { conditionsOf } from "@/delphi/rule";
import { measureNamed } from "@/delphi/statistics/registry";
import { type Analysis, figure, verdict, type WordedFinding } from "./analysis-text";
import { type Cell, escaped, htmlTable } from "./html-table";

const PANEL_HEADS = [
  "Item",
  "Part",
  "The whole panel",
  "n",
  "Abstained",
  "Not answered",
  "Median (95% interval)",
  "Middle half",
  "Consensus",
  "Stability",
  "By other definitions",
];
const GROUP_HEADS = [
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

/** A round: the panel part by part with a sentence each, what to be wary of, and the groups. */
export function roundSection({ rows, details, findings }: Analysis, round: number): string {
  const ofRound = rows.flatMap((row, at) => (row.round === round ? [{ row, detail: details[at]! }] : []));
  const found = new Map(
    findings.filter((one) => one.round === round).map((one) => [`${one.item}/${one.part}`, one]),
  );
  const panel = ofRound.filter(({ row }) => row.stratum === null);
  const groups = ofRound.filter(({ row }) => row.stratum !== null);
  const warnings = [...found.values()].flatMap((one) =>
    one.warnings.map(({ text }): Cell[] => [one.item, one.part, text]),
  );
  return [
    `<h2>Round ${round}</h2>`,
    htmlTable(
      "Each part of each item, for the whole panel",
      PANEL_HEADS,
      panel.map(({ row, detail }) => {
        const finding = found.get(`${row.item}/${row.part}`)!;
        const { low, high } = detail.medianInterval;
        return [
          row.item,
          row.part,
          finding.sentence,
          row.n,
          row.abstained,
          row.notAnswered,
          `${figure(row.median)}${low === null ? "" : ` (${figure(low)} to ${figure(high)})`}`,
          middleHalf(row),
          consensus(row),
          stability(row),
          elsewhere(finding),
        ];
      }),
    ),
    warnings.length === 0 ? "" : htmlTable("To be wary of", ["Item", "Part", "What"], warnings),
    groups.length === 0
      ? ""
      : `<details><summary>By group</summary>${htmlTable(
          "Each group's answers",
          GROUP_HEADS,
          groups.map(({ row }) => [
            row.item,
            row.part,
            row.stratum!,
            row.n,
            row.abstained,
            row.notAnswered,
            figure(row.median),
            middleHalf(row),
            consensus(row),
            stability(row),
          ]),
        )}</details>`,
  ].join("\n");
}

const middleHalf = ({ q1, q3 }: AnalysisRow): string =>
  q1 === null ? "–" : `${figure(q1)} to ${figure(q3)}`;

const consensus = (row: AnalysisRow): string =>
  `${verdict(row.consensus.met, "agreed", "not agreed")}${figuresText(row.consensus.figures)}`;

const stability = (row: AnalysisRow): string =>
  row.stability === null
    ? "first round"
    : `${verdict(row.stability.met, "stable", "moving")}${figuresText(row.stability.figures)}`;

function elsewhere({ otherDefinitions }: WordedFinding): string {
  const others = otherDefinitions.filter(({ declared }) => !declared);
  const met = others.filter((one) => one.met === true).map(({ preset }) => preset);
  if (others.length === 0) return "–";
  return `agreed under ${met.length} of ${others.length}${met.length === 0 ? "" : `: ${met.join(", ")}`}`;
}

const figuresText = (figures: object): string => {
  const shown = Object.entries(figures).map(
    ([name, value]) => `${name} ${typeof value === "number" ? figure(value) : value}`,
  );
  return shown.length === 0 ? "" : ` (${shown.join(", ")})`;
};

/** From round to round: who left, what depends on them, and what the rules propose. */
export function betweenSection({ attrition, carryForward, rounds }: Analysis): string {
  if (attrition.length === 0) return "";
  const last = rounds.at(-1)?.round;
  return [
    `<h2>From round to round</h2>`,
    htmlTable(
      "Who left, and whose verdict depends on them",
      ["Rounds", "Answered before", "Left", "New", "Verdicts that could be another one"],
      attrition.map(({ since, round, before, left, joined, parts }) => [
        `${since} to ${round}`,
        before,
        left,
        joined,
        parts
          .filter((one) => one.flips === true)
          .map((one) => `${one.item}, ${one.part}`)
          .join("; ") || "none",
      ]),
    ),
    htmlTable(
      `What the rules propose after round ${last}`,
      ["Item", "Proposal", "Because"],
      carryForward
        .filter(({ round }) => round === last)
        .map(({ item, proposal, because }) => [item, proposal, because.replaceAll("-", " ")]),
    ),
  ].join("\n");
}

/** The measures that these figures and verdicts come from, with their conventions and sources. */
export function conventionsSection({ protocol }: Analysis): string {
  const rules = Object.values(protocol.rules).flatMap((kind) => [kind?.consensus, kind?.stability]);
  const named = rules.flatMap((rule) => (rule ? conditionsOf(rule).map(({ measure }) => measure) : []));
  const names = new Set(["location-and-spread", "median-interval", "percent-agreement", ...named]);
  const entries = [...names].flatMap((name) => {
    const measure = measureNamed(name);
    if (!measure) return [];
    const { title, conventions, source } = measure;
    return [
      `<dt>${escaped(title)} <code>${escaped(name)}</code></dt><dd>${escaped(conventions.join(" "))} <i>${escaped(source)}</i></dd>`,
    ];
  });
  return `<details><summary>Conventions and sources</summary><dl>${entries.join("\n")}</dl></details>`;
}
