import { z } from "zod";
import { BEST, ESTIMATE_PARTS } from "./estimate-part";
import { ITEM_KINDS, type ItemKind, KINDS } from "./item-kind";
import { ratedParts } from "./rated-parts";
import { isQuantity, Scale } from "./scale";

export { ratedParts };

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and single hyphens.")
  .max(80);

/** Options to choose from, to put in order, or to give points to. */
const MOST_OPTIONS = 20;
/** One more that is none of them, and the words for it. */
export const MOST_PARTS = MOST_OPTIONS + 2;

/** One thing an expert answers about an item: a criterion, a probability, a text. */
export const Part = z.strictObject({
  id: Slug,
  question: z.string().max(500),
  scale: Scale,
});
export type Part = z.infer<typeof Part>;

/** Numbers and dates are asked in the four parts of an estimate, on one scale, and the confidence from 50 to 100%. */
function isWhole({ kind, parts }: { kind: ItemKind; parts: readonly Part[] }): boolean {
  if (kind !== "estimate") return parts.every(({ scale }) => !isQuantity(scale));
  const scales = parts.map(({ scale }) => scale);
  const [first, second, third, sure] = scales;
  return (
    ESTIMATE_PARTS.join() === parts.map(({ id }) => id).join() &&
    scales.every(isQuantity) &&
    [second, third].every((one) => JSON.stringify(one) === JSON.stringify(first)) &&
    sure?.kind === "number" &&
    (sure.min ?? 0) >= 50 &&
    (sure.max ?? 101) <= 100
  );
}

export const Item = z
  .strictObject({
    id: Slug,
    kind: z.enum(ITEM_KINDS),
    title: z.string().trim().min(1, "An item needs a title.").max(300),
    text: z.string().trim().max(2000).default(""),
    /** What an expert may need to answer it; folded away. */
    help: z.string().trim().max(2000).optional(),
    /** The planned section it stands in; left out or unknown: with its kind. */
    section: Slug.optional(),
    parts: z.array(Part).min(1).max(MOST_PARTS),
    /** Ids of the study's sources that the item comes from. */
    sources: z.array(Slug).default([]),
    /** For scenarios: until when, and what would settle it. */
    until: z.string().max(40).optional(),
    resolvesIf: z.string().max(1000).optional(),
    /** For choices: whether one option is taken or any number of them. Each option is a part that is chosen or not. */
    choose: z.enum(["one", "many"]).optional(),
    /** Goes up when its wording changes in substance; left out for the wording it was first asked in. */
    wording: z.int().min(2).optional(),
  })
  .refine(isWhole, {
    path: ["parts"],
    message: "Numbers and dates are asked as an estimate, with the parts low, high, best and confidence.",
  })
  .check(({ value, issues }) => {
    const message = optionsProblem(value);
    if (message) issues.push({ code: "custom", input: value.parts, path: ["parts"], message });
  });
export type Item = z.infer<typeof Item>;

/** The options of a ranking share its ranks, and those of an allocation its points. */
function optionsProblem({ kind, parts }: Pick<Item, "kind" | "parts">): string | null {
  const wanted = { ranking: "rank", allocation: "points" }[kind as string];
  if (wanted === undefined) return null;
  if (parts.length < 2 || parts.length > MOST_OPTIONS)
    return `This takes 2 to ${MOST_OPTIONS} options, and has ${parts.length}.`;
  const [first] = parts;
  const alike = parts.every(({ scale }) => JSON.stringify(scale) === JSON.stringify(first!.scale));
  if (!alike || first!.scale.kind !== wanted) return `All options of this need the same scale, “${wanted}”.`;
  return first!.scale.kind === "rank" && first!.scale.of !== parts.length
    ? `There are ${parts.length} options to put in order, but ${first!.scale.of} ranks.`
    : null;
}

/** Kinds whose parts are one answer: all of them are given, or none is. */
export const isAnsweredAsOne = ({ kind }: Item): boolean => KINDS[kind].asOne;

/** Kinds whose parts are options that are chosen, put in order or given points. */
export const hasOptions = ({ kind }: Item): boolean => KINDS[kind].options;

/** What an expert is asked and can leave open: one thing where the parts are one answer. */
export const askedParts = (item: Item): readonly Part[] =>
  isAnsweredAsOne(item) ? ratedParts(item).slice(0, 1) : ratedParts(item);

export const isAside = (kind: ItemKind): boolean => KINDS[kind].aside;

/** Parts that a verdict is about: of an estimate the best one, to which its interval and its confidence belong. */
export const judgedParts = (item: Item): readonly Part[] =>
  item.kind === "estimate" ? item.parts.filter(({ id }) => id === BEST) : ratedParts(item);

/** Whether a kind is decided, so that it carries verdicts. */
export const hasVerdict = (kind: ItemKind): boolean => KINDS[kind].decided;

/** A reason can be given for anything that is decided. */
export const takesRationale = hasVerdict;

/** Answers can be compared only where the same thing was asked: the same item, unchanged in substance. */
export const sameWording = (one: Item, other: Item): boolean =>
  one.id === other.id && (one.wording ?? 1) === (other.wording ?? 1);

/** What a part is called beside others of its item: a criterion by its name, an option to choose by its words. */
export const partName = (item: Item, part: Part): string => (isAnsweredAsOne(item) ? part.question : part.id);

/** The same within a sentence or a cell that is read: "long-term-effects" without its hyphens. */
export const partWords = (item: Item, part: Part): string =>
  isAnsweredAsOne(item) ? part.question : part.id.replaceAll("-", " ");
