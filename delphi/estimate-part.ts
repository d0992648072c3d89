/** The parts of an estimate, as the IDEA protocol asks them: lowest, highest, best, then how sure. */
export const [LOW, HIGH, BEST, CONFIDENCE] = ["low", "high", "best", "confidence"] as const;

export const ESTIMATE_PARTS: readonly string[] = [LOW, HIGH, BEST, CONFIDENCE];
