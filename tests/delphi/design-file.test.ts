import { expect, test } from "vitest";
import { belarusDesign } from "@/db/seed/belarus";
import { readDesign, writeDesign } from "@/delphi/design-file";

const design = belarusDesign("a-study", []);

test("a design that is written and read again is the same design", () => {
  expect(readDesign(writeDesign(design))).toEqual({ ok: true, value: design });
});

test("a file of something else is refused, and so is text that is no JSON", () => {
  for (const text of ["", "{", "[]", "null", '{"format":"tholos-edition/1"}', JSON.stringify(design)])
    expect(readDesign(text)).toMatchObject({ ok: false, refusal: "not-a-design" });
});

test("what does not fit in a design file is named with its place", () => {
  const broken = writeDesign({ ...design, content: { ...design.content, title: "" } });
  expect(readDesign(broken)).toMatchObject({
    refusal: "not-a-design",
    problems: [{ path: "content.title", message: "content.title: A study needs a title." }],
  });
});
