import type { Edition } from "../publication";
import { type Check, checked } from "./report";
import type { BundleFiles } from "./zip";

/**
 * Each round lists as many receipts as there were submissions: well formed, sorted, none twice, in both places. Of a
 * round that was run elsewhere there are none.
 */
export function checkReceipts(edition: Edition, files: BundleFiles): Check {
  const own = edition.rounds.filter(({ imported }) => !imported);
  const faults = own.flatMap(({ round, submitted }) => {
    const counted = edition.receipts.find((one) => one.round === round)?.counted ?? [];
    const wrong: string[] = [];
    if (counted.length !== submitted)
      wrong.push(`${counted.length} receipts are listed, ${submitted} submitted`);
    if (counted.some((receipt) => !/^[0-9a-f]{64}$/.test(receipt))) wrong.push("a receipt is malformed");
    if (counted.some((receipt, at) => at > 0 && counted[at - 1]! >= receipt))
      wrong.push("the receipts are not sorted, or one comes twice");
    const listed = files.get(`receipts/round-${round}.txt`);
    if (!listed || new TextDecoder().decode(listed) !== counted.map((receipt) => `${receipt}\n`).join(""))
      wrong.push("the file of receipts is not the list of the edition");
    return wrong.map((fault) => `Round ${round}: ${fault}.`);
  });
  if (edition.receipts.length !== own.length) faults.push("Receipts and rounds differ in number.");
  const all = edition.receipts.reduce((total, { counted }) => total + counted.length, 0);
  const listed = `${all} receipts of counted submissions are listed, as many as there were.`;
  const elsewhere = edition.rounds.flatMap(({ round, imported }) => (imported ? [round] : []));
  const none = `Round${elsewhere.length === 1 ? "" : "s"} ${elsewhere.join(", ")}: no receipts: imported.`;
  const says = [...(own.length > 0 ? [listed] : []), ...(elsewhere.length > 0 ? [none] : [])];
  return checked("receipts", says.join(" "), faults);
}
