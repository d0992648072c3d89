import { expect, test } from "vitest";
import messages from "@/app/_messages/en/public.json";
import { askedBy, CHECKLISTS, type ChecklistName, filledIn } from "@/delphi/reporting/checklists";
import { numberOf, OUTLINE, PLACE_OF } from "@/delphi/reporting/outline";
import { ReportTextName } from "@/delphi/reporting/report-texts";

const lists = Object.keys(CHECKLISTS) as ChecklistName[];
const everything = Object.fromEntries(ReportTextName.options.map((name) => [name, "Written."]));

test("the three guidelines have as many items as their publications, each with words", () => {
  expect(lists.map((list) => CHECKLISTS[list].length)).toEqual([35, 38, 16]);
  for (const list of lists) {
    const { title: _title, ...asks } = messages.report.checklist[list];
    expect(Object.keys(asks).sort()).toEqual(CHECKLISTS[list].map(({ id }) => id).sort());
  }
});

test("every section has a number of its own, and every text of the facilitators a section", () => {
  const numbers = OUTLINE.flatMap(({ chapter, sections }) =>
    [chapter, ...sections].map((name) => numberOf(name)),
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numberOf(PLACE_OF.selection)).toBe("3.2");
  expect(numberOf("checklists", true)).toBe("C");
  for (const name of ReportTextName.options) {
    expect(numberOf(PLACE_OF[name])).toMatch(/^\d\.\d$/);
    expect(name === "ethics" || askedBy(name).length > 0, name).toBe(true);
  }
});

test("without the facilitators' texts the record answers what it can, and the rest is not reported", () => {
  const accord = new Map(filledIn("accord", {}).map((one) => [one.id, one]));
  expect(accord.get("M13")).toEqual({ id: "M13", how: "whole", where: ["3.5"] });
  expect(accord.get("M12")).toEqual({ id: "M12", how: "part", where: ["3.5"] });
  expect(accord.get("O3")).toEqual({ id: "O3", how: "none", where: [] });
  const interests = (experts: { interests?: "counts" }) =>
    filledIn("accord", {}, experts).find(({ id }) => id === "O2");
  expect(interests({})).toMatchObject({ how: "none" });
  expect(interests({ interests: "counts" })).toMatchObject({ how: "part", where: ["6.2"] });
  expect(filledIn("accord", { funding: "None." }).find(({ id }) => id === "O3")).toEqual({
    id: "O3",
    how: "whole",
    where: ["6.1"],
  });
});

test("with all of their texts nothing is missing", () => {
  for (const list of lists)
    expect(filledIn(list, everything).filter(({ how }) => how !== "whole")).toEqual([]);
});
