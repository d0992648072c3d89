import { measureNamed } from "@/delphi/statistics/registry";

/**
 * npm run -s measure: JSON Lines on stdin, one JSON line on stdout for each request, in the same order.
 * A request is {"id", "measure", "input"}; an answer has the id and either a value or an error.
 */

type Fault = {
  readonly code: "unknown-measure" | "invalid-input";
  readonly message: string;
  readonly path: string;
};
type Answer = { readonly id: string | null } & ({ readonly value: object } | { readonly error: Fault });

const FIELDS = ["id", "measure", "input"];

await answerAll();

async function answerAll(): Promise<void> {
  for await (const line of linesOf(process.stdin)) {
    if (line.trim() === "") continue;
    const room = process.stdout.write(`${JSON.stringify(answerTo(line))}\n`);
    if (!room) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}

/** Splits at line feeds alone: readline also splits at U+2028, which JSON allows inside a text. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let unfinished: string[] = [];
  for await (const chunk of input.setEncoding("utf8") as AsyncIterable<string>) {
    const [head, ...lines] = chunk.split("\n");
    unfinished.push(head!);
    for (const line of lines) {
      yield unfinished.join("");
      unfinished = [line];
    }
  }
  yield unfinished.join("");
}

function answerTo(line: string): Answer {
  const request = parsed(line);
  if (typeof request !== "object" || request === null || Array.isArray(request))
    return refusal(null, "", "A request must be a JSON object with id, measure and input.");
  const field = (name: string): unknown =>
    Object.hasOwn(request, name) ? Reflect.get(request, name) : undefined;
  const id = field("id");
  if (typeof id !== "string") return refusal(null, "id", "The id of a request must be a text.");
  const name = field("measure");
  if (typeof name !== "string") return refusal(id, "measure", "The measure must be given by its name.");
  const measure = measureNamed(name);
  if (!measure) {
    const message = `There is no measure called “${name}”.`;
    return { id, error: { code: "unknown-measure", message, path: "measure" } };
  }
  const extra = Object.keys(request).find((key) => !FIELDS.includes(key));
  if (extra !== undefined) return refusal(id, extra, `A request has no field called “${extra}”.`);
  const answer = measure.answer(field("input"));
  if (answer.ok) return { id, value: answer.value };
  const problem = answer.problems![0]!;
  return refusal(id, problem.path ? `input.${problem.path}` : "input", problem.message);
}

function refusal(id: string | null, path: string, message: string): Answer {
  return { id, error: { code: "invalid-input", message, path } };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
