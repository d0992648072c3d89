import { expect, test } from "vitest";
import type { ShownFigure } from "@/delphi/figure";
import { readTrend } from "@/delphi/trend";
import { anOption } from "./a-round";

const [part] = anOption("visas").parts;
const since = (table: number[][] | null) =>
  readTrend(part!, { stability: { since: 1, table } } as unknown as ShownFigure);

test("a trend is read where the whole change table is released: experts who all stayed agree fully with themselves", () => {
  const stayed = [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => (row === column ? 3 : 0)));
  expect(since(stayed)).toEqual({ key: "trend", values: { since: 1, kappa: "1", unchanged: "100" } });
});

test("a collapsed or withheld table, and a panel of one mind, give no trend", () => {
  const collapsed = [
    [3, 0, 0],
    [0, 3, 0],
    [0, 0, 3],
  ];
  const unanimous = [0, 1, 2, 3, 4].map((row) => [0, 0, 0, row === 3 ? 9 : 0, 0]);
  for (const table of [null, collapsed, unanimous]) expect(since(table)).toBeNull();
});
