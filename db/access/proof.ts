declare const minted: unique symbol;

/**
 * Evidence that an actor may do what an operation does. Only the functions of db/access call mint, which
 * the architecture test holds; an operation without a proof does not compile.
 */
export type Proof<K extends string, T> = T & { readonly kind: K; readonly [minted]: true };
export type AnyProof = Proof<string, object>;

export const mint = <K extends string, T extends object>(kind: K, facts: T): Proof<K, T> =>
  ({ ...facts, kind }) as Proof<K, T>;
