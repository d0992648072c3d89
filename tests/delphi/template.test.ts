import { describe, expect, test } from "vitest";
import { StudyDesign } from "@/delphi/study";
import { templates } from "@/delphi/template";

describe("each template", () => {
  test.each(templates)("$name is a whole design that a study can begin with", ({ protocol, items }) => {
    const content = {
      title: "A study",
      question: "What should be done?",
      background: "",
      perspective: "",
      organiser: "",
      contact: "",
    };
    const design = { slug: "a-study", content, sources: [], positions: [], items: [...items], protocol };
    expect(StudyDesign.safeParse(design).error).toBeUndefined();
  });
});
