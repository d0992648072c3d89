import { importedIn } from "@/delphi/imported";
import { ImportedStrip } from "./imported-strip";
import { SimulatedStrip } from "./simulated-strip";

/** What is true of all that a page of a study's results shows: a simulated panel, rounds that were run elsewhere. */
export function StudyStrips({
  simulated,
  rounds = [],
}: {
  simulated: boolean;
  rounds?: Parameters<typeof importedIn>[0] | undefined;
}) {
  return (
    <>
      {simulated ? <SimulatedStrip /> : null}
      <ImportedStrip imported={importedIn(rounds)} />
    </>
  );
}
