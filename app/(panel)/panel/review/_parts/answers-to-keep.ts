import type { EarlierAnswer } from "@/db/own-answers";
import { type Answer, openParts, placeOf } from "@/delphi/answer";
import type { Item } from "@/delphi/item";

/** One's earlier answers at the places that are open now; texts are written anew or not at all. */
export function answersToKeep(
  items: readonly Item[],
  answers: readonly Answer[],
  earlier: readonly EarlierAnswer[],
): Answer[] {
  const open = new Set(openParts(items, answers).map(placeOf));
  return earlier.filter((answer) => open.has(placeOf(answer))).map(({ round, ...answer }) => answer);
}
