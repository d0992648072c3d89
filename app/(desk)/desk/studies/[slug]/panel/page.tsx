import { getTranslations } from "next-intl/server";
import { roll } from "@/db/queries/roll";
import { hasEnded } from "@/delphi/study";
import { deskData, progressOf, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { sendsMail } from "../../../_parts/sends-mail";
import { StepButton } from "../../../_parts/step-button";
import { Agreements } from "./agreements";
import { Duplicates } from "./duplicates";
import { ImportPanel } from "./import-panel";
import { LinksToSend } from "./links-to-send";
import { RollTable } from "./roll-table";
import { Severing } from "./severing";
import { StrataNotes } from "./strata-notes";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export default async function PanelPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = Number((await searchParams).page) || 1;
  const t = await getTranslations("desk.panel");
  const [study, progress, panel] = await Promise.all([
    studyOf(slug),
    progressOf(slug),
    deskData((actor) => roll(actor, { study: slug, page })),
  ]);
  const mails = sendsMail(study);
  const empty = progress.people === 0;
  return (
    <div className="space-y-10">
      <DoneNotice search={searchParams} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        {panel.severedAt ? null : <h2 className="text-xl">{t("title", { people: progress.people })}</h2>}
        {mails && progress.waiting > 0 && !hasEnded(study.phase) ? (
          <StepButton step="invite" look="primary" study={study} progress={progress} />
        ) : null}
      </div>
      {mails || empty || study.simulated ? null : <p className="max-w-measure">{t("no-mail")}</p>}
      {empty && !panel.severedAt ? <p className="max-w-measure">{t("empty")}</p> : null}
      {empty ? null : <StrataNotes study={slug} strata={panel.strata} protocol={study.protocol} />}
      {empty ? null : <RollTable study={study} roll={panel} />}
      {empty ? null : <Duplicates study={slug} roll={panel} />}
      <Agreements study={slug} agreements={panel.agreements} />
      {hasEnded(study.phase) ? null : (
        <section className="space-y-4">
          <h3 className="text-xl">{t("import.title")}</h3>
          <ImportPanel
            study={slug}
            words={{
              how: t("import.how"),
              groups: t(study.lockedAt ? "import.groups-locked" : "import.groups", {
                count: study.protocol.strata.length,
                groups: study.protocol.strata.map((stratum) => stratum.title).join(", "),
              }),
              paste: t("import.paste"),
              example: t("import.example"),
              file: t("import.file"),
              fileHint: t("import.file-hint"),
              tooLarge: t("import.too-large"),
              check: t("import.check"),
              line: t("import.line"),
              reason: t("import.reason"),
              bad: t("import.bad"),
              download: t("import.download"),
              columns: t("import.columns"),
              columnsHint: t("import.columns-hint"),
              column: t("import.column"),
              nothing: t("import.nothing"),
              header: t("import.header"),
              again: t("import.again"),
              back: t("import.back"),
              firstRows: t("import.first-rows"),
              fields: {
                name: t("import.field.name"),
                "first-name": t("import.field.first-name"),
                "last-name": t("import.field.last-name"),
                address: t("import.field.address"),
                stratum: t("import.field.stratum"),
                language: t("import.field.language"),
                note: t("import.field.note"),
              },
            }}
          />
        </section>
      )}
      <LinksToSend study={study} roll={panel} />
      <Severing study={study} roll={panel} />
    </div>
  );
}
