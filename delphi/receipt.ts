import { z } from "zod";

/**
 * What proves how one answered: the number n that only this expert's page shows, and the answers in their one
 * spelling. Whoever holds it can compute the receipt that the round's list holds.
 */
export const ReceiptProof = z.strictObject({
  format: z.literal("tholos-receipt/1"),
  study: z.uuid(),
  round: z.int().min(1),
  number: z.string().regex(/^[0-9a-f]{64}$/),
  /** Canonical JSON. */
  answers: z.string(),
  receipt: z.string(),
});
export type ReceiptProof = z.infer<typeof ReceiptProof>;

/** The text whose SHA-256 is the receipt: n ‖ study ‖ round ‖ answers. */
export const receiptText = ({
  number,
  study,
  round,
  answers,
}: Pick<ReceiptProof, "number" | "study" | "round" | "answers">): string =>
  `${number}|${study}|${round}|${answers}`;

/** A receipt as somebody typed or pasted it, in its one spelling; null where it cannot be one. */
export function readReceipt(typed: string): string | null {
  const letters = typed.replace(/\s/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(letters) ? letters : null;
}
