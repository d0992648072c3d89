import { expect, test } from "vitest";
import { filled, filledLine, letterProblems } from "@/delphi/letter";
import { zonedMoment } from "@/delphi/zoned-moment";
import { fc } from "../draws";

const problems = (subject: string, body: string) =>
  letterProblems("reminder", { subject, body }).map(({ path, message }) => `${path}: ${message}`);

test("an unknown placeholder is refused with a sentence that names those there are", () => {
  expect(problems("Round {round}", "Dear {nmae},")).toEqual([
    "body: “{nmae}” is no placeholder of this letter. There are {greeting}, {name}, {title}, {question}, {organiser}, {contact}, {link}, {round}, {minutes}, {closes}, and {terms}.",
  ]);
  expect(problems("Round {round}", "{greeting}\n\n{terms}\n\n{link}")).toEqual([]);
});

test("no link gets into a subject or into the middle of a sentence", () => {
  expect(problems("Open {link}", "Text")[0]).toMatch(
    /^subject: “{link}” is no placeholder of a subject here/,
  );
  expect(problems("Open", "Go to {link} now")).toEqual([
    "body: Put {link} and {results} on a line alone, with an empty line around.",
  ]);
});

test("a value in braces is not filled again, and what is empty leaves no empty paragraph", () => {
  expect(filled("{title}\n\n{terms}\n\n{link}", { title: "{link} {name}", terms: "" })).toEqual([
    { kind: "paragraph", text: "{link} {name}" },
    { kind: "placed", name: "link" },
  ]);
});

test("whatever somebody writes, filling ends and loses no word outside of braces", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replace(/[{}]/g, "");
      expect(filledLine(plain, { title: "x" })).toBe(plain);
      expect(() => filled(text, {})).not.toThrow();
    }),
  );
});

test("a moment is said in its zone and in UTC, with both days where they differ", () => {
  expect(zonedMoment(new Date("2026-03-04T17:00Z"), null)).toBe("4 March 2026 at 17:00 UTC");
  expect(zonedMoment(new Date("2026-03-04T17:00Z"), "Europe/Brussels")).toBe(
    "4 March 2026 at 18:00 (Europe/Brussels), 17:00 UTC",
  );
  expect(zonedMoment(new Date("2026-03-04T17:00Z"), "Asia/Tokyo")).toBe(
    "5 March 2026 at 02:00 (Asia/Tokyo), 4 March 2026 at 17:00 UTC",
  );
});
