export const HEADER = "expert,stratum,round,item,part,value";

/** An answer that is neither all alike nor random: the panel draws together from one round to the next. */
const ratingOf = (expert: number, round: number, item: number): number =>
  Math.min(
    5,
    Math.max(
      1,
      3 + (item % 2 === 0 ? 1 : -1) + (((expert * 7 + item * 3) % 5) - 2) * (round === 1 ? 1 : 0.5),
    ),
  );

/**
 * A study that was run elsewhere, as lines of tidy answers: experts in two groups of unequal size, reasons in round 1,
 * and two who were lost after it.
 */
export function outsideLines({
  experts = 16,
  items = ["Bridge", "Ferry", "Tunnel"],
  rounds = 2,
}: {
  experts?: number;
  items?: readonly string[];
  rounds?: number;
} = {}): readonly string[] {
  const lines = [HEADER];
  for (let round = 1; round <= rounds; round += 1)
    for (let expert = 0; expert < experts; expert += 1) {
      if (round > 1 && expert < 2) continue;
      // The names join the rounds, and nothing else may ever hold them.
      const who = `ada.byron+${expert}@river.example,${expert % 8 < 5 ? "River side" : "Town side"},${round}`;
      for (const [at, item] of items.entries())
        lines.push(`${who},${item},Desirability,${Math.round(ratingOf(expert, round, at))}`);
      if (round === 1) lines.push(`${who},${items[0]},rationale,Reason number ${expert}`);
    }
  return lines;
}
