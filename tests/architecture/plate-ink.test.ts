import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageInk, paperInk, RATINGS } from "@/ui/plates/ink";

/** The first value of each variable in the tokens is the one on light paper. */
function onPaper(variable: string): string | undefined {
  return new RegExp(`--${variable}:\\s*(#[0-9a-f]{6})`).exec(readFileSync("ui/tokens.css", "utf8"))?.[1];
}

test("a picture that leaves the page has the colours that it had on the page", () => {
  for (const [name, variable] of Object.entries(pageInk))
    expect(paperInk[name as keyof typeof paperInk], name).toBe(onPaper(/--([a-z-]+)/.exec(variable)![1]!));
  expect(RATINGS).toEqual([1, 2, 3, 4, 5].map((step) => onPaper(`rating-${step}`)));
});
