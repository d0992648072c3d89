import type { Protocol } from "@/delphi/protocol";
import { conditionsOf } from "@/delphi/rule";
import { type AnyMeasure, measureNamed } from "@/delphi/statistics/registry";

/** What stands beside every figure, whatever the rules. */
const ALWAYS = ["location-and-spread", "percent-agreement", "median-interval"];

/** The measures behind the figures and verdicts of a study, in the order in which they are met. */
export function measuresUsed({ rules }: Protocol): readonly AnyMeasure[] {
  const declared = Object.values(rules).flatMap((kind) => [kind?.consensus, kind?.stability]);
  const named = declared.flatMap((rule) => (rule ? conditionsOf(rule).map(({ measure }) => measure) : []));
  return [...new Set([...ALWAYS, ...named])].flatMap((name) => measureNamed(name) ?? []);
}
