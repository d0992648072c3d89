"use client";

import { useEffect, useRef, useState } from "react";
import type { ItemEdit } from "@/delphi/item-edit";

/** As this page wrote it; the server reads each edit by its schema when the round opens. */
type Kept = { readonly chosen: readonly string[]; readonly edits: readonly ItemEdit[] };

/** What is chosen and changed on the sheet, before the round opens. */
export type Sheet = { readonly chosen: ReadonlySet<string>; readonly edits: readonly ItemEdit[] };

/**
 * The sheet as state that outlives a reload of the page in this tab. `name` says of which study, version and round it
 * is, so that what was kept of an older design is never taken for this one's.
 */
export function useKeptSheet(name: string, begin: () => Sheet) {
  const [sheet, setSheet] = useState(begin);
  const read = useRef(false);
  useEffect(() => {
    // After the first paint only: the server doesn't know what this tab keeps.
    const kept = keptUnder(name);
    if (kept) setSheet(kept);
    read.current = true;
  }, [name]);
  const change = (next: (before: Sheet) => Sheet) =>
    setSheet((before) => {
      const after = next(before);
      if (read.current) keep(name, after);
      return after;
    });
  return [sheet, change] as const;
}

function keptUnder(name: string): Sheet | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? "null") as Kept | null;
    if (!Array.isArray(kept?.chosen) || !Array.isArray(kept.edits)) return null;
    return { chosen: new Set(kept.chosen), edits: kept.edits };
  } catch {
    // Nothing kept, or a browser that keeps nothing.
    return null;
  }
}

function keep(name: string, { chosen, edits }: Sheet): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ chosen: [...chosen], edits }));
  } catch {
    // The sheet still works; it is only not kept.
  }
}
