import { z } from "zod";
import type { Figure } from "./figure";

/** Said of a round that was run elsewhere: when it was brought in, when it was run, and when its rules were set. */
export const Imported = z.strictObject({
  on: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Whether the rules that it is judged by were set before its first answer, or afterwards. */
  rules: z.enum(["before", "afterwards"]),
});
export type Imported = z.infer<typeof Imported>;

type Round = { readonly round: number; readonly imported?: Imported | undefined };

/** What holds of all imported rounds of a study, which come at once and are its first; null where there are none. */
export function importedIn(rounds: readonly Round[]): (Imported & { readonly last: number }) | null {
  const those = rounds.flatMap(({ round, imported }) => (imported ? [{ ...imported, last: round }] : []));
  return those.at(-1) ?? null;
}

/**
 * Nobody's answers are joined across an import: what would need the same experts in a round run elsewhere and in one
 * run here says so, rather than that they were too few.
 */
export const notJoined = (figures: readonly Figure[], lastImported: number): readonly Figure[] =>
  figures.map((figure) => {
    if (figure.withheld !== null || figure.stability === null) return figure;
    const { stability } = figure;
    if (figure.round <= lastImported || stability.since > lastImported) return figure;
    const held = { pairs: "run-elsewhere", table: "run-elsewhere" } as const;
    return stability.held.pairs === "fewer-than-k"
      ? { ...figure, stability: { ...stability, held } }
      : figure;
  });
