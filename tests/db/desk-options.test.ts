import { expect, test } from "vitest";
import { pastedOptions, withPasted } from "@/app/(desk)/desk/studies/[slug]/design/pasted-options";
import { templateNamed } from "@/delphi/template";

test("pasted options are read a line each, with what stands behind a bar or a tab as their text", () => {
  expect(pastedOptions("Build a bridge | Near the mill.\r\n\n  Keep the ferry  \nA tunnel\tDeep.")).toEqual([
    { title: "Build a bridge", text: "Near the mill." },
    { title: "Keep the ferry", text: "" },
    { title: "A tunnel", text: "Deep." },
  ]);
  expect(pastedOptions(" \n | only a text \n")).toEqual([]);
});

test("pasted options take the scale of those that are there, and none is added twice", () => {
  const { items } = templateNamed("rand-ucla")!;
  const once = withPasted(items, pastedOptions("Aspirin\nAspirin\nSurgery"));
  expect(once.map(({ title }) => title)).toEqual(["An indication", "Aspirin", "Surgery"]);
  expect(withPasted(once, pastedOptions("Surgery"))).toEqual(once);
  expect(new Set(once.map(({ id }) => id)).size).toBe(3);
  for (const item of once) expect(item.parts).toEqual(items[0]!.parts);
});
