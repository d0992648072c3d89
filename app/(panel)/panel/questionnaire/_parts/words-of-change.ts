import type { ItemChange } from "@/delphi/lineage";

/**
 * Which sentence tells of a change in the round that asks the item now; a title is told as it was, what else was
 * reworded stands in its place.
 */
export function wordsOfChange({ kind, by, during, before, round }: ItemChange, title: string, now: number) {
  if (!during) return kind === "added" && by === "panel" ? "by-panel" : kind;
  const elsewhere = before?.title === title;
  if (round < now) return elsewhere ? "corrected-elsewhere-then" : "corrected-then";
  return elsewhere ? "corrected-elsewhere" : "corrected";
}
