import { nearDuplicates } from "@/delphi/near-duplicates";
import { hashOf } from "./sealing";

type Alike = readonly (readonly string[])[];
type Text = { readonly id: string; readonly part: string; readonly text: string };

/** Texts of a closed round never change, so those of an item are compared once as long as they are the same ones. */
const known = new Map<string, Alike>();
const MOST_KNOWN = 500;

/** Texts written to the same part of an item that look like one another. */
export function alikeIn(texts: readonly Text[]): Alike {
  const key = hashOf(texts.map(({ id }) => id).join());
  const before = known.get(key);
  if (before) return before;
  const parts = [...new Set(texts.map(({ part }) => part))];
  const alike = parts.flatMap((part) => nearDuplicates(texts.filter((text) => text.part === part)));
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
  known.set(key, alike);
  return alike;
}
