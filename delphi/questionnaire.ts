import type { Item } from "./item";
import { ITEM_KINDS, type ItemKind, KINDS } from "./item-kind";
import { inOrder, shuffled } from "./item-order";
import type { PlannedSection, QuestionnairePlan } from "./questionnaire-plan";
import { ratedParts } from "./rated-parts";

/** Without a plan items stand by kind, in their order. */
export const unplanned: QuestionnairePlan = { sections: [], order: "fixed" };

/** Items that stand together: those of a planned section, or those of one kind that are in none. */
export type Group = {
  readonly id: string;
  readonly planned: PlannedSection | null;
  /** Of its first item, where it is planned. */
  readonly kind: ItemKind;
  readonly items: readonly Item[];
  readonly shuffled: boolean;
};

/** A page of the questionnaire: at most seven items, so that a phone shows progress early. */
export type Section = Omit<Group, "shuffled"> & {
  /** Which of how many pages of this group, from 1. */
  readonly part: number;
  readonly parts: number;
};

const ITEMS_PER_SECTION = 7;

/** The headline, the planned sections in their order, then the rest: options, scenarios, closing questions. */
export function groupsOf(items: readonly Item[], plan: QuestionnairePlan | undefined): readonly Group[] {
  const { sections, order } = plan ?? unplanned;
  const rest = items.filter((item) => sections.every((section) => section.id !== item.section));
  const planned = sections.map((section) => ({
    id: `s-${section.id}`,
    planned: section,
    items: items.filter((item) => item.section === section.id),
    shuffled: section.order === "shuffled",
  }));
  const byKind = ITEM_KINDS.map((kind) => ({
    id: kind,
    planned: null,
    items: rest.filter((item) => item.kind === kind),
    shuffled: order === "shuffled",
  }));
  const [headline, ...others] = byKind;
  return [headline!, ...planned, ...others].flatMap((group) => {
    const [first] = group.items;
    return first ? [{ ...group, kind: first.kind }] : [];
  });
}

/** The items as somebody with this order is asked them. */
export const itemsShown = (
  items: readonly Item[],
  plan: QuestionnairePlan | undefined,
  order: number,
): readonly Item[] =>
  groupsOf(items, plan).flatMap((group) => (group.shuffled ? shuffled(group.items, order) : group.items));

/** One place up or down among those that an item stands with. */
export function movedBy(
  items: readonly Item[],
  plan: QuestionnairePlan | undefined,
  id: string,
  by: number,
): readonly Item[] {
  const group = groupsOf(items, plan).find((one) => one.items.some((item) => item.id === id));
  const ids = (group?.items ?? []).map((item) => item.id);
  const at = ids.indexOf(id);
  const to = at + Math.sign(by);
  const [from, other] = [ids[at], ids[to]];
  if (from === undefined || other === undefined) return items;
  return inOrder(items, ids.with(at, other).with(to, from));
}

/** The questionnaire page by page; the items keep the order in which they are given. */
export const sectionsOf = (items: readonly Item[], plan: QuestionnairePlan | undefined): readonly Section[] =>
  groupsOf(items, plan).flatMap(({ shuffled: _order, ...group }) => {
    const parts = Math.ceil(group.items.length / ITEMS_PER_SECTION);
    const size = Math.ceil(group.items.length / parts);
    return Array.from({ length: parts }, (_, at) => ({
      ...group,
      id: parts === 1 ? group.id : `${group.id}-${at + 1}`,
      part: at + 1,
      parts,
      items: group.items.slice(at * size, (at + 1) * size),
    }));
  });

/** Minutes an expert needs for these items, rounded up to whole minutes; 0 for none. */
export const minutesFor = (items: readonly Item[]): number =>
  Math.ceil(items.reduce((sum, item) => sum + secondsFor(item), 0) / 60);

function secondsFor(item: Item): number {
  const { seconds, secondsForEach } = KINDS[item.kind];
  return seconds + secondsForEach * ratedParts(item).length;
}
