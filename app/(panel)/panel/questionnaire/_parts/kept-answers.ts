import type { Held } from "./held-form";

/** What the server has not taken yet: the controls to put back, and what is to be sent. */
export type Kept = { readonly values: Held; readonly body: unknown };

/** Keeps in this tab; storage can be full or forbidden, and then the page itself is all that has the answers. */
export function keep(key: string, what: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(what));
  } catch {}
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {}
}

export function kept(key: string): Kept | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of everything kept whose key begins so. */
export function keptUnder(beginning: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}
