/** A refusal that a person can act on: its kebab-case name picks the sentence, `detail` fills it. */
export type Refusal<R extends string = string> = {
  readonly ok: false;
  readonly refusal: R;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly Problem[];
};

/** One thing wrong with an input, at its dotted place, as a sentence. */
export type Problem = { readonly path: string; readonly message: string };

export type Result<T, R extends string = string> = { readonly ok: true; readonly value: T } | Refusal<R>;

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refused = <R extends string>(
  refusal: R,
  detail?: Readonly<Record<string, string | number>>,
  problems?: readonly Problem[],
): Refusal<R> => ({ ok: false, refusal, detail, problems });
