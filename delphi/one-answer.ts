import { wrongEstimate } from "./estimate-problems";
import { type Item, isAnsweredAsOne, type Part } from "./item";
import { OTHER, OTHER_TEXT } from "./other-answer";
import { ratedParts } from "./rated-parts";
import { allocationSoFar, rankingSoFar, type SoFar } from "./whole-answer";

/** An answer as delphi/answer has it, which itself rests on what is written here. */
type Given = {
  readonly item: string;
  readonly part: string;
  readonly value: number | string | null;
  readonly abstained: boolean;
};

/** A draft is kept as it was left; what is submitted has to be whole. */
export type Stage = "draft" | "submission";

/**
 * What follows from the answers to items whose parts are one answer: of a choice, what was not chosen was passed over,
 * words for another option choose it; when all points are given, the other options get none; and who is no expert for
 * one option is none for all.
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
  const all = (value: (part: Part) => number) =>
    open.map((part) => ({ item: item.id, part: part.id, value: value(part), abstained: false }));
  if (rated.some(({ abstained }) => abstained))
    return open.map(({ id }) => ({ item: item.id, part: id, value: null, abstained: true }));
  if (item.kind === "allocation") return soFar(item, own)?.state === "whole" ? all(() => 0) : [];
  if (item.kind !== "choice") return [];
  const chosen = rated.some(({ value }) => value === 1);
  const takesOther = known.has(OTHER_TEXT) && !(item.choose === "one" && chosen);
  if (rated.length === 0 && !takesOther) return [];
  return all(({ id }) => (id === OTHER && takesOther ? 1 : 0));
}

/** How far a ranking or an allocation is; null for other items, and where it is outside the expert's field. */
export function soFar(item: Item, given: readonly Given[]): SoFar | null {
  const own = given.filter((answer) => answer.item === item.id);
  if (own.some(({ abstained }) => abstained)) return null;
  const values = ratedParts(item).map(({ id }) => {
    const value = own.find(({ part }) => part === id)?.value;
    return typeof value === "number" ? value : null;
  });
  const scale = item.parts[0]?.scale;
  if (item.kind === "ranking") return rankingSoFar(values);
  return item.kind === "allocation" && scale?.kind === "points" ? allocationSoFar(values, scale.total) : null;
}

/** Whether an answer was begun that can't be submitted as it stands. */
export function isUnfinished(item: Item, given: readonly Given[]): boolean {
  if (item.kind === "estimate") return isMisestimated(item, given);
  const far = soFar(item, given);
  return far !== null && far.state !== "none" && far.state !== "whole";
}

function isMisestimated(item: Item, given: readonly Given[]): boolean {
  const own = given.filter((answer) => answer.item === item.id);
  if (own.some(({ abstained }) => abstained)) return false;
  return wrongEstimate(item, (part) => own.find((one) => one.part === part)?.value ?? null) !== null;
}

/**
 * What is wrong with the answers to an item as a whole, or null; each of them fits on its own. A draft may be
 * unfinished.
 */
export function wrongTogether(item: Item, answers: ReadonlyMap<string, Given>, stage: Stage): string | null {
  if (!isAnsweredAsOne(item)) return null;
  const own = ratedParts(item).flatMap(({ id }) => answers.get(`${item.id}/${id}`) ?? []);
  if (own.length === 0) return null;
  const abstained = own.filter((answer) => answer.abstained).length;
  if (abstained > 0)
    return abstained === own.length
      ? null
      : `Of “${item.title}” either answer or say that it is outside your expertise, not both.`;
  if (item.kind !== "choice" && stage === "draft") return null;
  if (item.kind === "estimate")
    return wrongEstimate(item, (part) => answers.get(`${item.id}/${part}`)?.value ?? null);
  if (item.kind !== "choice") return whatIsUnfinished(item, own);
  const chosen = own.filter(({ value }) => value === 1).length;
  return item.choose !== "many" && chosen !== 1
    ? `“${item.title}” takes exactly one option; ${chosen} were chosen.`
    : null;
}

function whatIsUnfinished(item: Item, own: readonly Given[]): string | null {
  if (!isUnfinished(item, own)) return null;
  const { state, values } = soFar(item, own)!;
  const { rank, count, given, of, total } = values;
  if (state === "twice") return `In “${item.title}”, rank ${rank} is given ${count} times.`;
  return state === "some"
    ? `In “${item.title}”, ${given} of ${of} options have a rank.`
    : `In “${item.title}”, you have given ${given} of ${total} points.`;
}
