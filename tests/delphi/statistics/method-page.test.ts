import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { presets } from "@/delphi/definitions/library";
import { methodPage } from "@/delphi/statistics/method-page";
import { measures } from "@/delphi/statistics/registry";

test("docs/method.md says what the measures say of themselves (write it with npm run method)", () => {
  expect(readFileSync("docs/method.md", "utf8") === methodPage()).toBe(true);
});

test("a methodologist finds every measure with its question, formula, reading and source", () => {
  const page = methodPage();
  for (const { name, title, meaning, formula, reading, source, conventions } of measures)
    for (const text of [title, meaning, formula, reading, source, ...conventions])
      expect(page.includes(text) && text.length > 0, `${name}: ${text}`).toBe(true);
});

test("every field that goes in and every figure that comes out is described", () => {
  const cells = methodPage()
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").at(-1)!.replace(" |", "").trim());
  expect(cells.length).toBeGreaterThan(200);
  for (const cell of cells) expect(cell).not.toBe("");
});

test("a methodologist finds every definition of consensus and stability with its source and its blind spot", () => {
  const page = methodPage();
  for (const { name, title, convention, caution, source } of presets)
    for (const text of [title, convention, caution, source, `preset-${name}`])
      expect(page.includes(text) && text.length > 0, `${name}: ${text}`).toBe(true);
});
