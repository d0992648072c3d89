import { z } from "zod";
import { Item } from "@/delphi/item";
import { Snapshot } from "@/delphi/publication";
import { connectionOf } from "./connection";
import { NotFound, type Tx } from "./run";

/** A closed round: what was asked, and what disclosure control released of the answers. */
export type ClosedRound = { readonly items: readonly Item[]; readonly snapshot: Snapshot };

/**
 * The items of a round as they are asked, wording included. Once it is open, nothing of them changes but words, and
 * `revision` goes up with those.
 */
export async function askedItems(
  tx: Tx,
  studyId: string,
  round: number,
  revision: number,
): Promise<readonly Item[]> {
  return kept(items, `${studyId}/${round}/${revision}`, async () => {
    const row = await roundRow(tx, studyId, round);
    return z.array(Item).parse(row.items);
  });
}

/** A round that is closed, and so never changes either. */
export async function closedRound(tx: Tx, studyId: string, round: number): Promise<ClosedRound> {
  return kept(closed, `${studyId}/${round}`, async () => {
    const row = await roundRow(tx, studyId, round);
    return { items: z.array(Item).parse(row.items), snapshot: Snapshot.parse(row.snapshot) };
  });
}

async function roundRow(
  tx: Tx,
  studyId: string,
  round: number,
): Promise<{ items: unknown; snapshot: unknown }> {
  const [row] = await connectionOf(tx)<{ items: unknown; snapshot: unknown }[]>`
    select items, snapshot from round where study_id = ${studyId} and number = ${round}`;
  if (!row) throw new NotFound();
  return row;
}

/** Enough for every open study of an installation; beyond that the oldest are read again. */
const MOST_KEPT = 200;
const items = new Map<string, readonly Item[]>();
const closed = new Map<string, ClosedRound>();

async function kept<T>(store: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
  const known = store.get(key);
  if (known) return known;
  const fresh = await read();
  if (store.size >= MOST_KEPT) store.delete(store.keys().next().value!);
  store.set(key, fresh);
  return fresh;
}
