import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { importedNotes } from "@/app/_server/imported";
import type { DeskRound } from "@/db/queries/desk-study";
import { roundAnalysis } from "@/db/queries/round-analysis";
import { deskData, studyOf } from "../../../../_parts/desk-data";
import { RoundLinks } from "../../../../_parts/round-links";
import { AnalysisTable } from "./analysis-table";
import { AttritionAudit } from "./attrition-audit";
import { ItemAnalysis } from "./item-analysis";
import { MeasureNotes } from "./measure-notes";
import { RoundsMatrix } from "./rounds-matrix";

const asRound = ({ number, imported }: DeskRound) => ({ round: number, ...(imported && { imported }) });

type Props = { params: Promise<{ slug: string; round: string }> };

/** A closed round as its snapshot holds it: what disclosure control released, and nothing else. */
export default async function RoundAnalysisPage({ params }: Props) {
  const { slug, round } = await params;
  const t = await getTranslations("desk.analysis");
  const { day } = await dates();
  const [study, analysis] = await Promise.all([
    studyOf(slug),
    deskData((actor) => roundAnalysis(actor, { study: slug, round: Number(round) })),
  ]);
  const { snapshot, items, closedAt, protocol } = analysis;
  const rounds = study.rounds.filter((one) => one.state === "closed");
  return (
    <div className="space-y-12">
      <div className="space-y-3">
        <h2 className="text-xl">{t("title", { round: snapshot.round })}</h2>
        <p className="max-w-measure">
          {t("sum", {
            submitted: snapshot.submitted,
            invited: snapshot.invited,
            date: day(snapshot.imported?.to ?? closedAt),
            k: protocol.minimumGroup,
          })}
        </p>
        {(await importedNotes(study.rounds.map(asRound))).slice(0, snapshot.imported ? 1 : 2).map((note) => (
          <p key={note} className="max-w-measure">
            {note}
          </p>
        ))}
        {snapshot.addedLater > 0 && (
          <p className="max-w-measure">
            {t("added-later", { added: snapshot.addedLater, k: protocol.minimumGroup })}
          </p>
        )}
        <RoundLinks
          label={t("rounds")}
          rounds={rounds.map(({ number }) => ({
            number,
            href: `/desk/studies/${slug}/analysis/${number}` as const,
            current: number === snapshot.round,
          }))}
        />
      </div>
      <AnalysisTable analysis={analysis} />
      <MeasureNotes protocol={protocol} />
      <RoundsMatrix analysis={analysis} />
      <AttritionAudit analysis={analysis} />
      {items.map((item) => (
        <ItemAnalysis key={item.id} item={item} analysis={analysis} simulated={study.simulated} />
      ))}
    </div>
  );
}
