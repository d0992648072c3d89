import type { Edition } from "./publication";
import type { ResultsColumn } from "./results-columns";
import { resultsTable } from "./results-table";
import { summarise } from "./summary";

type Published = { readonly edition: Edition; readonly digest: string };
export type DescribedColumn = { readonly column: ResultsColumn; readonly description: string };

/**
 * What results.json holds: the table of results.csv with what one needs to read it: the study, the locked protocol with its deviations,
 * dates and participation by round, the columns in words, and the released texts.
 */
export function resultsDocument({ edition, digest }: Published, columns: readonly DescribedColumn[]) {
  const { title, question, slug, organiser, simulated } = edition.study;
  const themes = edition.rounds.flatMap(({ round, themes = [] }) =>
    themes.map((theme) => ({ round, ...theme })),
  );
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
    rounds: edition.rounds.map(({ round, openedOn, closedOn, invited, submitted, addedLater, imported }) => ({
      round,
      openedOn,
      closedOn,
      invited,
      submitted,
      addedLater,
      ...(imported && { imported }),
    })),
    columns,
    rows: resultsTable(edition).rows,
    summary: summarise(edition.items, edition.rounds),
    texts: edition.rounds.flatMap((round) => round.texts),
    ...(themes.length > 0 && { themes }),
    textsTakenDown: edition.rounds.flatMap((round) => round.removed),
    correction: edition.correction,
  };
}
