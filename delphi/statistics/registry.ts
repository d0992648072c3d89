import type { z } from "zod";
import type { Result } from "../result";
import { cometConsensus } from "./comet-consensus";
import { locationAndSpread } from "./location-and-spread";
import { mcnemar } from "./mcnemar";
import { netChange } from "./net-change";
import { percentAgreement } from "./percent-agreement";
import { percentChanged } from "./percent-changed";
import { quantiles } from "./quantiles";
import { randUcla } from "./rand-ucla";
import { spreadChange } from "./spread-change";
import { weightedKappa } from "./weighted-kappa";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank";

/** Every measure there is, in the order of the method page. */
export const measures = [
  locationAndSpread,
  quantiles,
  percentAgreement,
  cometConsensus,
  randUcla,
  percentChanged,
  netChange,
  weightedKappa,
  wilcoxonSignedRank,
  mcnemar,
  spreadChange,
] as const;

type Listed = (typeof measures)[number];
export type MeasureName = Listed["name"];

/** A measure whose name is only known at run time. */
export interface AnyMeasure
  extends Readonly<
    Record<"name" | "title" | "meaning" | "formula" | "reading" | "source", string> & {
      conventions: readonly string[];
      input: z.ZodObject;
      example: Readonly<{ input: object; value: object; note?: string }>;
    }
  > {
  compute(input: unknown): Readonly<Record<string, unknown>>;
  answer(input: unknown): Result<Readonly<Record<string, unknown>>, "invalid-input">;
}

const byName = new Map<string, AnyMeasure>(measures.map((measure) => [measure.name, measure]));

/** The measure of that name. A map knows no inherited names, so `constructor` names none. */
export function measureNamed<Name extends MeasureName>(name: Name): Extract<Listed, { name: Name }>;
export function measureNamed(name: string): AnyMeasure | undefined;
export function measureNamed(name: string): AnyMeasure | undefined {
  return byName.get(name);
}
