import { z } from "zod";
import { verdictsChapter } from "../definitions/method-chapter";
import { type AnyMeasure, families } from "./registry";

const OPENING = `# The method: every figure, how it is computed and where it comes from

Every figure that this platform shows or decides with is one of the measures on this page. Each has one definition, one convention and one source, and the same code answers the pages of a study, its consensus and stability rules, and the command line. The page is written from that code by \`npm run method\`; do not edit it.

To check a figure, ask for it yourself: \`npm run -s measure\` reads one JSON request on each line and answers each with one line.

\`\`\`
{"id":"1","measure":"net-change","input":{"earlier":[1,5,1,5],"later":[5,1,5,1]}}
{"id":"1","value":{"pairs":4,"netChangePercent":0}}
\`\`\`

## What holds everywhere

- **Nothing replaces judgement.** No measure decides alone, and no p does. What counts as consensus and as stability is declared before the first answer; show centre, spread and change side by side, each with the number of answers it rests on.
- **Experts.** The last index is always the expert: \`ratings[expert]\` for one item, \`ratings[item][expert]\` for several. Two rounds, \`earlier\` and \`later\`, hold the same expert at the same place. A cross-table is \`table[earlier][later]\` over every point of the scale in order.
- **No answer.** \`null\` is no answer: not given, unable to judge, or not asked. It leaves numerator and denominator and is counted. A measure can't tell these apart; the figures of a study do, as \`abstained\` and \`notAnswered\`, and what was not asked is in neither.
- **Undefined figures.** A figure that cannot be computed is \`null\`, never 0, 1 or left out. Counts are always numbers.
- **Numbers.** Percentages run from 0 to 100. Figures are not rounded; the examples below show 12 digits. The standard deviation divides by n − 1.
- **Thresholds** compare counts (100·count ≥ threshold·n), not rounded percentages.
- **Equal** means equal to 9 decimals wherever a difference or a quotient decides a tie or a boundary, since 3.1 − 2.9 and 2.2 − 2.0 differ in binary arithmetic.
- **Ranks** are mid-ranks: equal values share the mean of their places. The tie term of a list is Σ(t³ − t) over its groups of t equal values.
- **Tests** are two-sided. \`method\` says which distribution gave p. An exact p is the share of all arrangements whose statistic lies at least as far from its expectation as the observed one, ties included. Panels are small and items many: a p near 0.05 on one item of thirty is what chance alone would bring. Tests and intervals take a panel for a random draw, which a chosen panel is not: they say how firm a figure is, not what experts at large think.
- **Quantiles.** Statistics programs compute them in different ways, and the difference can flip a verdict: 4, 5, 4, 3, 4, 5, 2, 4, 4, 5 has an interquartile range of 0.75 (type 7: R, Excel), 1.25 (type 6: SPSS, Minitab) or 1 (type 2: SAS, Stata). Type 7 is used unless stated, and the type stands beside the figure.
- **Scales.** \`scale\` is {min, max}; every rating must be a whole number within it. Measures that take means, standard deviations or distances of ratings treat the scale as an interval scale.
`;

/** The page that explains every measure, in Markdown: docs/method.md. */
export function methodPage(): string {
  const chapters = families.map(({ title, note, measures }) => {
    const heading = note ? `## ${title}\n\n${note}\n` : `## ${title}\n`;
    return [heading, ...(measures as readonly AnyMeasure[]).map(entry)].join("\n");
  });
  return [OPENING, contents(), ...chapters, verdictsChapter()].join("\n");
}

function contents(): string {
  const lines = families.map(({ title, measures }) => {
    const links = measures.map(({ name }) => `[\`${name}\`](#${name})`);
    return `- ${title}: ${links.join(", ")}`;
  });
  return `## The measures\n\n${lines.join("\n")}\n- [Verdicts: consensus, stability, and what is neither](#verdicts)\n`;
}

function entry(measure: AnyMeasure): string {
  const { name, title, meaning, figures, formula, conventions, reading, source, example } = measure;
  const inputs = Object.entries(measure.input.shape).map(
    ([field, schema]) => `| \`${field}\` | ${necessity(schema)} | ${inCell(descriptionOf(schema))} |`,
  );
  const outputs = Object.entries(figures).map(([figure, what]) => `| \`${figure}\` | ${inCell(what)} |`);
  return `### <a id="${name}"></a>${title}

\`${name}\` · ${meaning}

| Input | | |
| --- | --- | --- |
${inputs.join("\n")}

| Figure | |
| --- | --- |
${outputs.join("\n")}

**Formula.** ${formula}

**Conventions.** ${conventions.join(" ")}

**How to read it.** ${reading}

**Source.** ${source}

**Example.**${example.note ? ` ${example.note}` : ""}

\`\`\`
${JSON.stringify(example.input)}
${JSON.stringify(example.value)}
\`\`\`
`;
}

function necessity(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodDefault) return `${JSON.stringify(schema.def.defaultValue)} unless stated`;
  return schema instanceof z.ZodOptional ? "optional" : "needed";
}

function descriptionOf(schema: z.core.$ZodType): string {
  const wrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;
  const own = z.globalRegistry.get(schema)?.description;
  return own ?? (wrapped ? descriptionOf(schema.def.innerType) : "");
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
