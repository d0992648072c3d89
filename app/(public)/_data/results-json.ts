import { resultsTable } from "@/delphi/results-table";
import { describeColumns } from "./columns";
import { dataFile, fileName } from "./data-file";

/**
 * The same table as results.csv, with what one needs to read it: the study, the locked protocol with its
 * deviations, dates and participation by round, the columns in words, and the released texts.
 */
export const resultsJson = dataFile(async (published) => {
  const { edition, digest } = published;
  const { columns, rows } = resultsTable(edition);
  const { title, question, slug, organiser, simulated } = edition.study;
  const body = {
    format: "tholos-results/1",
    study: { slug, title, question, organiser, simulated },
    edition: {
      number: edition.number,
      publishedOn: edition.publishedOn,
      digest,
      previous: edition.previous,
    },
    protocol: edition.protocol,
    protocolDigest: edition.protocolDigest,
    deviations: edition.deviations,
    rounds: edition.rounds.map(({ round, openedOn, closedOn, invited, submitted }) => ({
      round,
      openedOn,
      closedOn,
      invited,
      submitted,
    })),
    columns: await describeColumns(columns),
    rows,
    texts: edition.rounds.flatMap((round) => round.texts),
  };
  return {
    type: "application/json; charset=utf-8",
    name: fileName(published, "results.json"),
    body: `${JSON.stringify(body, null, 1)}\n`,
  };
});
