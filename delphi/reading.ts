/**
 * A sentence before it is in any language: a key of the catalogue under `shared.reading`, and what fills it.
 * A value may itself be a reading, or a list of them that "and" or "or" joins.
 */
export type Reading = { readonly key: string; readonly values: Readonly<Record<string, Said>> };
export type Said =
  | string
  | number
  | Reading
  | { readonly all: readonly Said[] }
  | { readonly any: readonly Said[] };

export const reading = (key: string, values: Reading["values"] = {}): Reading => ({ key, values });

export const quoted = (text: string): Reading => reading("quoted", { text });

/** Rounded to so many decimals, without zeros at its end. */
export const numberText = (value: number, decimals: number): string =>
  String(Math.round(value * 10 ** decimals) / 10 ** decimals);
