import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { PlainError } from "@/db/plain-error";
import { hashOf } from "@/db/sealing";
import { canonical } from "@/delphi/canonical";
import { analyseOutsideStudy } from "@/delphi/outside-study";
import { Protocol } from "@/delphi/protocol";
import { analysisPage } from "./analysis-page";
import { analysisText, worded } from "./analysis-text";
import { complain } from "./complain";
import { readItems } from "./items-file";
import { readRatings } from "./ratings-file";
import { rulesGiven, usualRules } from "./rules-for";
import { sayer } from "./sentences";

const USAGE =
  "npm run -s analyse -- ratings.csv [--protocol protocol.json] [--items items.csv] [--json | --html out.html]";

/** Analyses a study that was run elsewhere, by the rules of a protocol, from its tidy answers. */
function main(): void {
  const { file, values } = readArguments();
  const items = values.items === undefined ? null : readItems(read(values.items));
  const ratings = readRatings(read(file), items);
  const { protocol: given, notes } =
    values.protocol === undefined
      ? usualRules(ratings.items)
      : rulesGiven(readProtocol(values.protocol), values.protocol, ratings.items);
  const protocol = { ...given, strata: ratings.strata.map((title) => ({ id: title, title })) };
  const { rows, findings, ...more } = analyseOutsideStudy(protocol, ratings.items, ratings.rounds);
  const say = sayer();
  const result = {
    protocol: { ...given, sha256: hashOf(canonical(given)) },
    rows,
    items: ratings.items,
    badRows: ratings.bad,
    notes,
    ...more,
    findings: findings.map((finding) => worded(finding, say)),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (values.html === undefined) process.stdout.write(analysisText(result));
  else {
    write(values.html, analysisPage(result, path.basename(file)));
    console.log(`Wrote ${values.html}: ${rows.length} rows, ${ratings.bad.length} bad rows.`);
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        protocol: { type: "string" },
        items: { type: "string" },
        html: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new PlainError("Name one file with ratings.");
    if (values.json && values.html !== undefined) throw new PlainError("Choose --json or --html, not both.");
    return { file, values };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new PlainError(`${file} can't be read. Is the name right?`);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new PlainError(`${file} can't be written. Does its folder exist?`);
  }
}

function readProtocol(file: string): Protocol {
  let given: unknown;
  try {
    given = JSON.parse(read(file));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`${file} is not JSON.`);
  }
  const parsed = Protocol.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join(".") || "(whole file)"}: ${issue.message}`,
  );
  throw new PlainError(`${file} is not a protocol:\n${problems.join("\n")}`);
}

try {
  main();
} catch (error) {
  complain(error);
}
