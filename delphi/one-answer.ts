import { wrongEstimate } from "./estimate-problems";
import { type Item, isAnsweredAsOne, type Part, ratedParts } from "./item";

/** An answer as delphi/answer has it, which itself rests on what is written here. */
type Given = {
  readonly item: string;
  readonly part: string;
  readonly value: number | string | null;
  readonly abstained: boolean;
};

/** A draft is kept as it was left; what is submitted has to be whole. */
export type Stage = "draft" | "submission";

/** The option that is none of those offered, and the part that takes it in words. */
export const OTHER = "other";
export const OTHER_TEXT = "other-text";

/**
 * What follows from the answers to items whose parts are one answer: of a choice, what was not chosen was passed over,
 * words for another option choose it, and who is no expert for one option is none for all.
 */
export const whatFollows = (items: readonly Item[], given: readonly Given[]): readonly Given[] =>
  items.filter(isAnsweredAsOne).flatMap((item) => missing(item, given));

function missing(item: Item, given: readonly Given[]): readonly Given[] {
  const own = given.filter((answer) => answer.item === item.id);
  const known = new Set(own.map(({ part }) => part));
  const open = ratedParts(item).filter(({ id }) => !known.has(id));
  const rated = own.filter(({ part }) =>
    item.parts.some(({ id, scale }) => id === part && scale.kind !== "text"),
  );
  if (rated.some(({ abstained }) => abstained))
    return open.map(({ id }) => ({ item: item.id, part: id, value: null, abstained: true }));
  if (item.kind !== "choice") return [];
  const chosen = rated.some(({ value }) => value === 1);
  const takesOther = known.has(OTHER_TEXT) && !(item.choose === "one" && chosen);
  if (rated.length === 0 && !takesOther) return [];
  const taken = ({ id }: Part) => (id === OTHER && takesOther ? 1 : 0);
  return open.map((part) => ({ item: item.id, part: part.id, value: taken(part), abstained: false }));
}

/**
 * What is wrong with the answers to an item as a whole, or null; each of them fits on its own. A draft may be half an
 * estimate, or one in the wrong order.
 */
export function wrongTogether(item: Item, answers: ReadonlyMap<string, Given>, stage: Stage): string | null {
  if (!isAnsweredAsOne(item)) return null;
  const own = ratedParts(item).flatMap(({ id }) => answers.get(`${item.id}/${id}`) ?? []);
  if (own.length === 0) return null;
  const abstained = own.filter((answer) => answer.abstained).length;
  if (abstained > 0)
    return abstained === own.length
      ? null
      : `Of “${item.title}” either ${item.kind === "choice" ? "choose an option" : "give an estimate"} or say that it is outside your expertise, not both.`;
  if (item.kind === "estimate")
    return stage === "draft"
      ? null
      : wrongEstimate(item, (part) => answers.get(`${item.id}/${part}`)?.value ?? null);
  const chosen = own.filter(({ value }) => value === 1).length;
  return item.choose !== "many" && chosen !== 1
    ? `“${item.title}” takes exactly one option; ${chosen} were chosen.`
    : null;
}
