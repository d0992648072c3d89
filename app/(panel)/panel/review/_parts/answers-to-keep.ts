import type { EarlierAnswer } from "@/db/own-answers";
import { type Answer, openParts, placeOf } from "@/delphi/answer";
import { type Item, isAnsweredAsOne, ratedParts } from "@/delphi/item";

/** One's earlier answers at the places that are open now; texts are written anew or not at all. */
export function answersToKeep(
  items: readonly Item[],
  answers: readonly Answer[],
  earlier: readonly EarlierAnswer[],
): Answer[] {
  const left = openParts(items, answers);
  const whole = items.filter((item) => isAnsweredAsOne(item) && left.some((place) => place.item === item.id));
  const open = new Set([
    ...left.map(placeOf),
    ...whole.flatMap((item) => ratedParts(item).map((part) => placeOf({ item: item.id, part: part.id }))),
  ]);
  return earlier.filter((answer) => open.has(placeOf(answer))).map(({ round, ...answer }) => answer);
}
