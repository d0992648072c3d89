import { type Attrition, verdictsThatFlip } from "./attrition";
import type { NotTold, PartAudit } from "./attrition-part";
import type { Protocol } from "./protocol";
import { numberText, type Reading, reading } from "./reading";

/** "3 of the 24 who answered round 1 did not answer round 2; no verdict depends on them." */
export function readAttrition(audit: Attrition): Reading {
  const { round, since, before, left, parts } = audit;
  const values = { round, since, before, left };
  if (left === 0) return reading("attrition.nobody", values);
  if (!parts.some((one) => one.flips !== null)) return reading("attrition.no-verdict", values);
  const count = verdictsThatFlip(audit).length;
  return reading(count === 0 ? "attrition.none" : "attrition.some", { ...values, count });
}

/** "Those who left stood 31% of the scale from the panel's medians, those who stayed 18% (p = 0.04)", or why not. */
export function readDistance({ distance, distanceNotTold }: Attrition, k: number): Reading {
  if (!distance) return readNotTold(distanceNotTold ?? "not-computable", k);
  const [left, stayed] = [distance.left, distance.stayed].map((far) => numberText(far, 0));
  const p = distance.p === null ? "" : numberText(distance.p, 3);
  return reading("attrition.distance", { left: left!, stayed: stayed!, p, tested: p === "" ? "no" : "yes" });
}

/** Groups whose share of the panel moved by more than 10 points, each in a sentence. */
export const readMovedGroups = ({ groups }: Attrition, { strata }: Protocol): readonly Reading[] =>
  groups
    .filter((group) => group.moved)
    .map(({ stratum, shareBefore, shareNow }) =>
      reading("attrition.group", {
        group: strata.find((one) => one.id === stratum)?.title ?? stratum,
        before: numberText(shareBefore!, 0),
        now: numberText(shareNow!, 0),
      }),
    );

/** A verdict under an assumption in a word, or why it is not told. */
export function readCase({ met, notTold }: PartAudit["verdict"], k: number): Reading {
  if (notTold) return readNotTold(notTold, k);
  return reading(met ? "attrition.met" : "attrition.not-met");
}

const readNotTold = (notTold: NotTold, k: number): Reading => reading(`attrition.not-told.${notTold}`, { k });
