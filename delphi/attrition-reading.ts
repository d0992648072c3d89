import { type Attrition, verdictsThatFlip } from "./attrition";
import { type Reading, reading } from "./reading";

/** "3 of the 24 who answered round 1 did not answer round 2; no verdict depends on them." */
export function readAttrition(audit: Attrition): Reading {
  const { round, since, before, left, parts } = audit;
  const values = { round, since, before, left };
  if (left === 0) return reading("attrition.nobody", values);
  if (!parts.some((one) => one.flips !== null)) return reading("attrition.no-verdict", values);
  const count = verdictsThatFlip(audit).length;
  return reading(count === 0 ? "attrition.none" : "attrition.some", { ...values, count });
}
