import { dataFile, fileName } from "./data-file";

/** The receipts of the counted submissions, round by round, each list sorted. */
export const receiptsTxt = dataFile((published) => ({
  type: "text/plain; charset=utf-8",
  name: fileName(published, "receipts.txt"),
  body: published.edition.receipts
    .map(({ round, counted }) => `# round ${round}: ${counted.length}\n${counted.join("\n")}\n`)
    .join("\n"),
}));
