import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectFiles } from "./sources";

const page = readFileSync("docs/security.md", "utf8");
const lines = page.split("\n").filter((line) => /^\| \d/.test(line));
const cells = lines.map((line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim()),
);
const tests = projectFiles()
  .filter((file) => /^tests\/.*\.(test|spec)\.ts$|^tests\/trust\/web\//.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("each line of docs/security.md names requirements, what is done, and a test that exists", () => {
  expect(cells.length).toBeGreaterThan(40);
  for (const line of cells) {
    const [ids, what, name] = line;
    expect(line, ids).toHaveLength(3);
    expect(ids).toMatch(/^\d+\.\d+\.\d+(( to |, )\d+\.\d+\.\d+)*$/);
    expect(what?.endsWith("."), ids).toBe(true);
    expect(tests.includes(`"${name}"`), `${ids}: no test is called “${name}”`).toBe(true);
  }
});

test("a test that nobody wrote is noticed", () => {
  expect(tests.includes(`"${["nobody", "wrote", "this"].join(" ")}"`)).toBe(false);
});
