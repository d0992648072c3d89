import { getTranslations } from "next-intl/server";
import type { DeskRound, DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { isStrict } from "@/delphi/protocol";
import { zonedMoment } from "@/delphi/zoned-moment";
import { Table } from "@/ui/table";
import { ActionForm } from "../../../_parts/action-form";
import { Facts } from "../../../_parts/facts";
import { Submit } from "../../../_parts/form-fields";
import { sendsMail } from "../../../_parts/sends-mail";
import { StepButton } from "../../../_parts/step-button";
import { extendAction } from "./actions";
import { ClosingTime } from "./closing-time";
import { timeZones } from "./time-zones";

/** The open round: how many have submitted, who has finished as of last night, and what can be done. */
export async function OpenRoundDesk({
  study,
  round,
  progress,
  runs,
}: {
  study: DeskStudy;
  round: DeskRound;
  progress: Progress;
  runs: boolean;
}) {
  const t = await getTranslations("desk.rounds.open");
  const mails = sendsMail(study) && progress.invited > 0;
  return (
    <section className="space-y-6 rounded-md border border-line bg-card p-6">
      <h3 className="text-xl">{t("title", { round: round.number })}</h3>
      <div className="grid gap-10 lg:grid-cols-2">
        <div className="space-y-4">
          <Facts
            facts={[
              {
                term: t("submitted"),
                is: t("of", { count: progress.round?.submitted ?? 0, people: progress.people }),
              },
              {
                term: t("finished"),
                is: isStrict(study)
                  ? t("no-marks")
                  : t("of", { count: progress.round?.finished ?? 0, people: progress.people }),
              },
              {
                term: t("closes"),
                is: round.closesAt ? zonedMoment(round.closesAt, round.zone) : t("no-closing-time"),
              },
            ]}
          />
          <StrataTurnout study={study} progress={progress} />
          <p className="max-w-measure font-sans text-sm text-muted">
            {t(isStrict(study) ? "why-no-marks" : "why-marks")}
          </p>
        </div>
        {runs ? (
          <div className="space-y-8">
            <div className="flex flex-wrap gap-3">
              <StepButton step="close" look="primary" study={study} progress={progress} />
              {mails ? <StepButton step="remind" look="secondary" study={study} progress={progress} /> : null}
            </div>
            <ActionForm action={extendAction} hidden={{ study: study.slug }} className="space-y-4">
              <ClosingTime
                zones={timeZones()}
                words={{
                  legend: t("extend.legend"),
                  date: t("extend.date"),
                  zone: t("extend.zone"),
                  hint: t(study.protocol.closing === "on-schedule" ? "extend.on-schedule" : "extend.by-hand"),
                  meant: t("extend.meant"),
                }}
              />
              <Submit look="secondary">{t("extend.submit")}</Submit>
            </ActionForm>
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** Who has finished by group, as of last night; nothing where nobody is marked or there are no groups. */
async function StrataTurnout({ study, progress }: { study: DeskStudy; progress: Progress }) {
  const t = await getTranslations("desk.rounds.open.strata");
  const strata = progress.round?.strata ?? [];
  if (isStrict(study) || strata.every(({ stratum }) => stratum === null)) return null;
  const titles = new Map(study.protocol.strata.map(({ id, title }) => [id, title]));
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "stratum", label: t("stratum") },
        { key: "finished", label: t("finished"), numeric: true },
        { key: "people", label: t("people"), numeric: true },
      ]}
      rows={strata.map(({ stratum, people, finished }) => ({
        key: stratum ?? "",
        cells: {
          stratum: stratum === null ? t("none") : (titles.get(stratum) ?? stratum),
          finished,
          people,
        },
      }))}
    />
  );
}
