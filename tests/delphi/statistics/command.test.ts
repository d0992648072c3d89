import { spawn } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { measures } from "@/delphi/statistics/registry";
import { expectFigures } from "./close";

type Answer = {
  id: string | null;
  value?: Record<string, unknown>;
  error?: { code: string; message: string; path: string };
};

/** Lines and the id, code and path they are answered with; none for a line that gets no answer. */
const FAULTS: [line: string, answer?: [id: string | null, code: string, path: string]][] = [
  [""],
  [" \t \r"],
  ["nonsense", [null, "invalid-input", ""]],
  ['{"id":"a"', [null, "invalid-input", ""]],
  ["[]", [null, "invalid-input", ""]],
  ["null", [null, "invalid-input", ""]],
  ['"net-change"', [null, "invalid-input", ""]],
  ["{}", [null, "invalid-input", "id"]],
  ['{"id":7,"measure":"net-change","input":{}}', [null, "invalid-input", "id"]],
  ['{"id":"a"}', ["a", "invalid-input", "measure"]],
  ['{"id":"a\u2028b"}', ["a\u2028b", "invalid-input", "measure"]],
  ['{"id":"a","measure":7,"input":{}}', ["a", "invalid-input", "measure"]],
  ['{"id":"a","measure":"kendal-w","input":7}', ["a", "unknown-measure", "measure"]],
  ['{"id":"a","measure":"constructor","input":{}}', ["a", "unknown-measure", "measure"]],
  ['{"id":"a","measure":"__proto__","input":{},"extra":1}', ["a", "unknown-measure", "measure"]],
  ['{"id":"a","measure":"net-change"}', ["a", "invalid-input", "input"]],
  ['{"id":"a","measure":"net-change","input":[]}', ["a", "invalid-input", "input"]],
  ['{"id":"a","measure":"net-change","input":{},"extra":1}', ["a", "invalid-input", "extra"]],
  ['{"id":"a","measure":"net-change","input":{},"__proto__":{}}', ["a", "invalid-input", "__proto__"]],
  ['{"__proto__":{"id":"a"},"measure":"net-change","input":{}}', [null, "invalid-input", "id"]],
  ['{"id":"a","measure":"net-change","input":{"earlier":[1]}}', ["a", "invalid-input", "input.later"]],
  [
    '{"id":"a","measure":"net-change","input":{"earlier":[1e999],"later":[1]}}',
    ["a", "invalid-input", "input.earlier.0"],
  ],
  ['{"id":"a","measure":"spearman","input":{"x":[1,2,3],"y":[1,2]}}', ["a", "invalid-input", "input.y"]],
  [
    '{"id":"a","measure":"kendall-w","input":{"ratings":[[1],[2],["3"]]}}',
    ["a", "invalid-input", "input.ratings.2.0"],
  ],
];

describe("the command line answers whoever wants to check a figure", () => {
  const requests = Array.from({ length: 1000 }, (_, at) => ({
    id: `r${at}`,
    ...measures[at % measures.length]!,
  }));
  let status: number | null;
  let printed: string;
  let answers: Answer[];

  beforeAll(async () => {
    const lines = requests.map(({ id, name, example }) =>
      JSON.stringify({ id, measure: name, input: example.input }),
    );
    lines.splice(500, 0, ...FAULTS.map(([line]) => line));
    [status, printed] = await measure(lines.join("\n"));
    answers = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  }, 300_000);

  test("a thousand mixed requests are answered in their order, and the faults among them too", () => {
    expect(status).toBe(0);
    const faults = FAULTS.filter(([, answer]) => answer);
    const ids = requests.map(({ id }) => id);
    expect(answers.map(({ id }) => id)).toEqual([
      ...ids.slice(0, 500),
      ...faults.map(([, answer]) => answer![0]),
      ...ids.slice(500),
    ]);
  });

  test("each measure answers its example with all of its figures", () => {
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    for (const { id, example } of requests) {
      expect(Object.keys(byId.get(id)!)).toEqual(["id", "value"]);
      expectFigures(byId.get(id)!.value, example.value);
    }
  });

  test("each fault is named with its code, its place and a sentence", () => {
    const faults = FAULTS.flatMap(([line, answer]) => (answer ? [{ line, answer }] : []));
    for (const [at, { line, answer }] of faults.entries()) {
      const { id, error } = answers[500 + at]!;
      expect([id, error!.code, error!.path], line).toEqual(answer);
      expect(error!.message, line).toMatch(/^[A-Z].*\.$|^[a-z]+(\.[\w.]+)? .*\.$/);
    }
  });
});

function measure(input: string): Promise<[status: number | null, printed: string]> {
  return new Promise((resolve, reject) => {
    const command = spawn(process.execPath, ["--import", "tsx", "cli/measure.ts"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    let printed = "";
    command.stdout.setEncoding("utf8").on("data", (part) => {
      printed += part;
    });
    command.on("error", reject).on("close", (status) => resolve([status, printed]));
    command.stdin.end(input);
  });
}
