import type { Item, Part } from "./item";
import { quantityText, wrongQuantity } from "./quantity";
import type { QuantityScale } from "./scale";

// The browser reads this file too: what it imports is part of every questionnaire.

/** What an expert gave for one part of an estimate; null where it is open. */
export type GivenPart = number | string | null;

/** What is wrong with one part of an estimate, in a sentence beside it. */
export type PartProblem = { readonly part: string; readonly message: string };

type Parts = readonly Pick<Part, "id" | "scale">[];

/** What can't be read or is not possible, and what is out of order; an estimate may still be half given. */
export function misgiven(parts: Parts, given: (part: string) => GivenPart): readonly PartProblem[] {
  const single = parts.flatMap(({ id, scale }) => {
    const value = given(id);
    const message = value === null ? null : wrongQuantity(scale as QuantityScale, value);
    return message === null ? [] : [{ part: id, message }];
  });
  return single.length > 0 ? single : outOfOrder(parts[0]!.scale as QuantityScale, given);
}

/** What keeps an estimate that was begun from being submitted: that, or what is missing. Empty where nobody began. */
export function estimateProblems(parts: Parts, given: (part: string) => GivenPart): readonly PartProblem[] {
  const missing = parts.filter(({ id }) => given(id) === null);
  if (missing.length === parts.length) return [];
  const wrong = misgiven(parts, given);
  if (wrong.length > 0) return wrong;
  return missing.map(({ id }) => ({ part: id, message: MISSING[id] ?? MISSING.low! }));
}

const MISSING: Readonly<Record<string, string>> = {
  low: "The lower end is missing. Give all four, or clear the others.",
  high: "The upper end is missing. Give all four, or clear the others.",
  best: "Your best estimate is missing. Give all four, or clear the others.",
  confidence: "How sure you are is missing. Give all four, or clear the others.",
};

/** In the words of the parts: the sentence names both, and says by their values why. */
function outOfOrder(scale: QuantityScale, given: (part: string) => GivenPart): readonly PartProblem[] {
  const words = scale.kind === "date" ? DATE_WORDS : NUMBER_WORDS;
  const problems = words.flatMap(({ part, other, sentence, than }) => {
    const [one, two] = [given(part), given(other)];
    if (typeof one !== "number" || typeof two !== "number") return [];
    if (part === "low" ? one <= two : one >= two) return [];
    const why = `${quantityText(scale, one)} is ${than} than ${quantityText(scale, two)}.`;
    return [{ part, message: `${sentence}: ${why}` }];
  });
  return problems.slice(0, 1);
}

const NUMBER_WORDS = [
  {
    part: "low",
    other: "best",
    sentence: "The lowest plausible value is above your best estimate",
    than: "more",
  },
  {
    part: "high",
    other: "best",
    sentence: "The highest plausible value is below your best estimate",
    than: "less",
  },
  { part: "low", other: "high", sentence: "The lowest plausible value is above the highest", than: "more" },
] as const;

const DATE_WORDS = [
  {
    part: "low",
    other: "best",
    sentence: "The earliest plausible date is after your best estimate",
    than: "later",
  },
  {
    part: "high",
    other: "best",
    sentence: "The latest plausible date is before your best estimate",
    than: "earlier",
  },
  { part: "low", other: "high", sentence: "The earliest plausible date is after the latest", than: "later" },
] as const;

/** The same of an item, with its title. */
export const wrongEstimate = (item: Item, given: (part: string) => GivenPart): string | null => {
  const [first] = estimateProblems(item.parts, given);
  return first ? `“${item.title}”: ${first.message}` : null;
};
