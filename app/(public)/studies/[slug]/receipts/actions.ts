"use server";

import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { readReceipt } from "@/delphi/receipt";
import { inLists, type Sought } from "@/delphi/verification/look-up";

export type LookedUp = Sought | { readonly malformed: true } | null;

/** Looks a receipt up in the latest edition's lists. It stands in no address, so no log keeps it. */
export async function lookUpAction(_state: LookedUp, form: FormData): Promise<LookedUp> {
  const [study, typed] = ["study", "receipt"].map((name) => String(form.get(name) ?? ""));
  const receipt = readReceipt(typed!);
  if (!receipt) return { malformed: true };
  const { published } = await results(visitor, { study: study! });
  return inLists(published?.edition.receipts ?? [], receipt);
}
