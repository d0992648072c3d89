import type { Results } from "@/db/queries/results";
import { type ResultsColumn, resultsTable } from "@/delphi/results-table";

type Published = NonNullable<Results["published"]>;
export type DescribedColumn = { readonly column: ResultsColumn; readonly description: string };

/**
 * The table of results.csv with what one needs to read it: the study, the locked protocol with its deviations,
 * dates and participation by round, the columns in words, and the released texts.
 */
export function resultsDocument({ edition, digest }: Published, columns: readonly DescribedColumn[]) {
  const { title, question, slug, organiser, simulated } = edition.study;
  return {
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
    columns,
    rows: resultsTable(edition).rows,
    texts: edition.rounds.flatMap((round) => round.texts),
  };
}
