import type { Item } from "./item";
import { repeatable } from "./repeatable";

/**
 * How many orders a shuffled section has. Few, so that each is shared by a good part of the panel: who tells in
 * which order they were asked has not told who they are.
 */
export const ORDERS = 6;

/**
 * The items in one of the orders. Every second order is the mirror of the one before it, so that over all of them
 * each item stands in the middle on average. What stands before what stays so when fewer are asked.
 */
export function shuffled(items: readonly Item[], order: number): readonly Item[] {
  const pair = Math.floor(order / 2) + 1;
  const rank = new Map(
    items.map((item) => [item, repeatable(numberOf(item.id) ^ Math.imul(pair, GOLDEN))()]),
  );
  const sorted = items.toSorted((one, other) => rank.get(one)! - rank.get(other)!);
  return order % 2 === 0 ? sorted : sorted.toReversed();
}

/** Those named in this order, on the places that they hold together; the others stay where they are. */
export function inOrder(items: readonly Item[], order: readonly string[]): readonly Item[] {
  const places = items.filter((item) => order.includes(item.id));
  const named = [...new Set(order)].flatMap((id) => places.find((item) => item.id === id) ?? []);
  return items.map((item) => (order.includes(item.id) ? named[places.indexOf(item)]! : item));
}

/** 2^32 divided by the golden ratio: spreads small numbers over all bits. */
const GOLDEN = 0x9e3779b9;

/** FNV-1a, by Fowler, Noll and Vo: a text as 32 bits. */
const numberOf = (text: string): number =>
  [...text].reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193), 0x811c9dc5);
