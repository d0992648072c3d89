/** One thing that was checked about a bundle, and everything that does not hold of it. */
export type Check = {
  readonly name: CheckName;
  /** What holds, in a sentence; where it fails, what should. */
  readonly says: string;
  readonly state: "holds" | "fails" | "not-checked";
  readonly faults: readonly string[];
};

export type CheckName =
  | "archive"
  | "digests"
  | "edition"
  | "parts"
  | "protocol"
  | "chain"
  | "figures"
  | "steadiness"
  | "confidence"
  | "participation"
  | "conclusions"
  | "disclosure"
  | "receipts"
  | "files";

/** A published figure that the bundle alone can't prove, and why. */
export type NotRecomputable = { readonly figure: string; readonly reason: string };

export type Report = {
  /** Whether nothing that was checked fails. */
  readonly holds: boolean;
  readonly study: string | null;
  readonly edition: number | null;
  /** SHA-256 of edition.json. */
  readonly digest: string | null;
  readonly checks: readonly Check[];
  readonly notRecomputable: readonly NotRecomputable[];
  /** Texts that were taken down: removed, digest known. */
  readonly removed: readonly { readonly digest: string; readonly on: string; readonly reason: string }[];
};

export const checked = (name: CheckName, says: string, faults: readonly string[]): Check => ({
  name,
  says,
  state: faults.length === 0 ? "holds" : "fails",
  faults,
});

/** "option-3/desirability in round 2, group policy": where a figure stands, for whoever looks it up. */
export const placeIn = (figure: {
  readonly item: string;
  readonly part: string;
  readonly round: number;
  readonly stratum: string | null;
}): string =>
  `${figure.item}/${figure.part} in round ${figure.round}${figure.stratum === null ? "" : `, group ${figure.stratum}`}`;

/** Equal as they are printed: numbers to nine decimals, everything else exactly. */
export function same(published: unknown, recomputed: unknown): boolean {
  if (typeof published === "number" && typeof recomputed === "number")
    return Math.abs(published - recomputed) < 5e-10 * Math.max(1, Math.abs(recomputed));
  if (typeof published !== "object" || typeof recomputed !== "object" || !published || !recomputed)
    return published === recomputed;
  const keys = Object.keys(recomputed);
  return (
    keys.length === Object.keys(published).length &&
    keys.every((key) => same(Reflect.get(published, key), Reflect.get(recomputed, key)))
  );
}
