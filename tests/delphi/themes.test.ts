import { describe, expect, it } from "vitest";
import { nearDuplicates } from "@/delphi/near-duplicates";
import { themesToShow } from "@/delphi/theme";
import { fc } from "../draws";

const numbers = (k: number, answers: number, sizes: Record<string, number>) =>
  Object.fromEntries(
    themesToShow(
      k,
      "missing",
      answers,
      Object.entries(sizes).map(([name, n]) => ({ name, answers: n })),
    ).map(({ name, n }) => [name, n]),
  );

describe("the themes of open answers", () => {
  it("stand with their number where at least k experts speak of them, the largest first", () => {
    expect(numbers(5, 18, { prisons: 6, media: 12 })).toEqual({ media: 12, prisons: 6 });
    expect(Object.keys(numbers(5, 18, { prisons: 6, media: 12 }))).toEqual(["media", "prisons"]);
    expect(numbers(5, 20, { media: 12, prisons: 3, borders: 5 })).toEqual({
      media: 12,
      borders: null,
      prisons: null,
    });
  });

  it("lose their number where it would leave fewer than k experts over", () => {
    expect(numbers(5, 14, { media: 12, prisons: 2 })).toEqual({ media: null, prisons: null });
    expect(numbers(5, 19, { media: 12, prisons: 5 })).toEqual({ media: 12, prisons: null });
  });

  it("never tell of a group of fewer than k, whichever way the answers were grouped", () => {
    const panel = fc.record({
      k: fc.integer({ min: 3, max: 8 }),
      sizes: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 }),
      none: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(panel, ({ k, sizes, none }) => {
        const answers = sizes.reduce((sum, size) => sum + size, none);
        const shown = themesToShow(
          k,
          "missing",
          answers,
          sizes.map((size, at) => ({ name: `theme ${at}`, answers: size })),
        ).flatMap(({ n }) => (n === null ? [] : [n]));
        const rest = answers - shown.reduce((sum, n) => sum + n, 0);
        expect(shown.every((n) => n >= k)).toBe(true);
        expect(shown.length === 0 || rest === 0 || rest >= k).toBe(true);
      }),
    );
  });
});

describe("near-duplicates among texts", () => {
  const found = (...texts: string[]) =>
    nearDuplicates(texts.map((text) => ({ id: text, text }))).map((group) => [...group].sort());

  it("are found across word order, case and punctuation", () => {
    const [a, b, c] = [
      "Release all political prisoners before talks.",
      "ALL political prisoners must be released before any talks",
      "A common fund for the border regions of Poland and Latvia.",
    ];
    expect(found(a!, b!, c!)).toEqual([[a, b].sort()]);
  });

  it("make one group where a likeness leads on to a third text", () => {
    const same = [
      "Help civil society in exile",
      "Help the civil society in exile",
      "help civil society, in exile!",
    ];
    expect(found(...same)).toEqual([[...same].sort()]);
  });

  it("are no more than a suggestion about texts that have letters in common, in any script", () => {
    expect(found("A change at the top that is negotiated.", "Independent media need money.")).toEqual([]);
    expect(found("…", "!!!", "")).toEqual([]);
    expect(found("Освободите всех политзаключённых", "Освободите политзаключённых всех")).toHaveLength(1);
  });
});
