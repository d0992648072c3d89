import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { failureWords } from "./failure-words";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Taken extends Count {
  /** What a failed step said of it; empty where all passed. */
  readonly words: string;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Where the step writes its own count of tests; without one it counts as a single check. */
  readonly report?: string;
}

/** `npm test`: everything that must hold, one after another. A failure does not hide what comes after it. */
const steps: readonly Step[] = [
  { name: "types", command: npm("types") },
  { name: "lint", command: npm("lint") },
  { name: "imports", command: npm("architecture") },
  vitest("architecture"),
  vitest("delphi"),
  vitest("db"),
  vitest("trust"),
  { name: "build", command: ["node", "--import", "tsx", path.join("tests", "build.ts")] },
  vitest("trust-app"),
  { name: "e2e", command: npm("test:e2e"), report: reportFile("e2e") },
];

async function main(): Promise<void> {
  const lines: string[] = [];
  const failures: string[] = [];
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    const started = Date.now();
    const { passed, failed, words } = await take(step);
    if (failed > 0) failures.push(`--- failed in ${step.name}\n${words}\n`);
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(
      `${step.name.padEnd(14)}${`${passed} passed`.padStart(13)}${`${failed} failed`.padStart(11)}${`${seconds} s`.padStart(10)}`,
    );
  }
  console.log(`\n${failures.join("\n")}\n${lines.join("\n")}\n\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

function npm(script: string): Step["command"] {
  return ["npm", "run", "-s", script];
}

function vitest(project: string): Step {
  const report = reportFile(project);
  return {
    name: project,
    command: [
      "npx",
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile=${report}`,
    ],
    report,
  };
}

function reportFile(name: string): string {
  return path.join("test-results", `${name}.json`);
}

async function take({ command, report }: Step): Promise<Taken> {
  if (report) rmSync(report, { force: true });
  const { code, output } = await run(command);
  const succeeded = code === 0;
  const { passed, failed } = report ? count(report) : { passed: succeeded ? 1 : 0, failed: 0 };
  // A step that fails without a failed test (a file that doesn't load, no test at all) is a failure all the same.
  const silent = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: silent ? 1 : failed, words: succeeded ? "" : failureWords(output) };
}

/** Passes on what the program says, and keeps it. */
function run([program, ...args]: Step["command"]): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, { stdio: ["inherit", "pipe", "pipe"] });
  let output = "";
  for (const [stream, onwards] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    stream.setEncoding("utf8").on("data", (words: string) => {
      onwards.write(words);
      output += words;
    });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function count(report: string): Count {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const parsed = Report.parse(JSON.parse(readFileSync(report, "utf8")));
  if ("stats" in parsed) {
    // A test that passes only when tried again has failed.
    const { expected, unexpected, flaky } = parsed.stats;
    return { passed: expected, failed: unexpected + flaky };
  }
  const unloaded = parsed.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: parsed.numPassedTests, failed: parsed.numFailedTests + unloaded.length };
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

const Report = z.union([VitestReport, PlaywrightReport]);

await main();
