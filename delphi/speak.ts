import type { Reading, Said } from "./reading";

type Sentence = (key: string, values?: Record<string, string | number>) => string;

/** Turns readings into sentences of one catalogue: inner readings first, lists joined as the language joins them. */
export function speaker(locale: string, sentence: Sentence): (reading: Reading) => string {
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  const said = (value: Said): string | number => {
    if (typeof value === "string" || typeof value === "number") return value;
    if ("all" in value) return and.format(value.all.map((one) => String(said(one))));
    if ("any" in value) return or.format(value.any.map((one) => String(said(one))));
    return speak(value);
  };
  const speak = (reading: Reading): string =>
    sentence(
      reading.key,
      Object.fromEntries(Object.entries(reading.values).map(([name, value]) => [name, said(value)])),
    );
  return speak;
}
