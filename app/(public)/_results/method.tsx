import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { importedNotes, importedShare } from "@/app/_server/imported";
import type { Edition } from "@/delphi/publication";
import { Table } from "@/ui/table";
import { Section } from "../_frame/article";
import { MethodText } from "../_frame/method-text";
import { Attrition } from "./attrition";

/** The protocol as it was locked, its deviations, and who took part in which round. */
export async function Method({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results");
  const { span } = await dates();
  return (
    <Section
      id="method"
      title={text("method.title")}
      wide={
        <>
          <Table
            caption={text("method.participation")}
            columns={[
              { key: "round", label: text("method.round") },
              { key: "when", label: text("method.when") },
              { key: "asked", label: text("method.asked"), numeric: true },
              { key: "invited", label: text("asked.invited"), numeric: true },
              { key: "answered", label: text("asked.answered"), numeric: true },
            ]}
            rows={edition.rounds.map((round) => ({
              key: String(round.round),
              cells: {
                round: text(round.imported ? "method.elsewhere" : "round", { round: round.round }),
                when: span(round.openedOn, round.closedOn),
                asked: round.asked.length,
                invited: round.invited,
                answered: round.submitted,
              },
            }))}
          />
          <Attrition edition={edition} />
        </>
      }
    >
      <p>{text("method.lead", { imported: importedShare(edition.rounds) })}</p>
      {(await importedNotes(edition.rounds)).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <MethodText
        protocol={edition.protocol}
        kinds={edition.items.map(({ kind }) => kind)}
        digest={edition.protocolDigest}
        file={`/studies/${edition.study.slug}/protocol.json`}
        deviations={edition.deviations}
      />
    </Section>
  );
}
