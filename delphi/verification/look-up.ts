import { parseEdition } from "../edition-text";
import { ReceiptProof, readReceipt, receiptText } from "../receipt";
import type { BundleFiles } from "./zip";

/** What became of a receipt that somebody looked for. */
export type Sought = { readonly found: boolean; readonly round: number | null; readonly says: string };

const UNKNOWN =
  "This receipt is not in the lists of this edition. It may be of a later round, or a later submission replaced it: your personal link tells you which.";

/** Looks a receipt up in the lists of a bundle. */
export function lookUp(files: BundleFiles, typed: string): Sought {
  const receipt = readReceipt(typed);
  if (!receipt)
    return { found: false, round: null, says: "A receipt has 64 characters, from 0 to 9 and a to f." };
  return inLists(listsOf(files), receipt);
}

type Lists = readonly { readonly round: number; readonly counted: readonly string[] }[];

export function inLists(lists: Lists, receipt: string): Sought {
  const list = lists.find(({ counted }) => counted.includes(receipt));
  if (!list) return { found: false, round: null, says: UNKNOWN };
  return {
    found: true,
    round: list.round,
    says: `The submission with this receipt was counted in round ${list.round}.`,
  };
}

/** Computes the receipt from an expert's own number and answers, and looks it up. */
export function prove(files: BundleFiles, text: string, sha256: (text: string) => string): Sought {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = null;
  }
  const parsed = ReceiptProof.safeParse(given);
  if (!parsed.success) return { found: false, round: null, says: "This is no file of a receipt." };
  const proof = parsed.data;
  const lists = listsOf(files).filter(({ round }) => round === proof.round);
  const whole = inLists(lists, sha256(receiptText(proof)));
  if (whole.found)
    return { ...whole, says: `These very answers were counted in round ${proof.round}, with this receipt.` };
  const inclusion = inLists(lists, sha256(proof.number));
  if (!inclusion.found) return inclusion;
  return {
    ...inclusion,
    says: `A submission with this number was counted in round ${proof.round}; the list does not prove its answers.`,
  };
}

function listsOf(files: BundleFiles): Lists {
  try {
    return parseEdition(new TextDecoder().decode(files.get("edition.json"))).receipts;
  } catch {
    return [];
  }
}
