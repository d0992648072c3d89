import type { Item, ItemKind } from "./item";

/** A page of the questionnaire: at most seven options, so that a phone shows progress early. */
export type Section = {
  readonly id: string;
  readonly kind: ItemKind;
  /** Which of how many sections of this kind, from 1. */
  readonly part: number;
  readonly parts: number;
  readonly items: readonly Item[];
};

const ITEMS_PER_SECTION = 7;
const ORDER: readonly ItemKind[] = ["stance", "option", "scenario", "open", "confidence"];

/** The questionnaire in sections: the headline first, then options in sevens, scenarios, closing questions. */
export function sectionsOf(items: readonly Item[]): readonly Section[] {
  return ORDER.flatMap((kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const parts = Math.ceil(ofKind.length / ITEMS_PER_SECTION);
    const size = Math.ceil(ofKind.length / Math.max(parts, 1));
    return Array.from({ length: parts }, (_, at) => ({
      id: parts === 1 ? kind : `${kind}-${at + 1}`,
      kind,
      part: at + 1,
      parts,
      items: ofKind.slice(at * size, (at + 1) * size),
    }));
  });
}

/**
 * Seconds to read and answer one item in a first round. Timed on ourselves and rounded; with the seeded
 * study they give the 12 to 14 minutes that its invitation promises.
 */
const SECONDS: Readonly<Record<ItemKind, number>> = {
  stance: 50,
  option: 24,
  scenario: 40,
  confidence: 15,
  open: 50,
};

/** Minutes an expert needs for these items, rounded up to whole minutes; 0 for none. */
export const minutesFor = (items: readonly Item[]): number =>
  Math.ceil(items.reduce((sum, item) => sum + SECONDS[item.kind], 0) / 60);
