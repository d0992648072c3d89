import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { ReportTextName } from "@/delphi/reporting/report-texts";
import { hasEnded } from "@/delphi/study";
import { ButtonLink } from "@/ui/button";
import { Table } from "@/ui/table";
import { ActionForm } from "../../../_parts/action-form";
import { Confirm } from "../../../_parts/confirm";
import { progressOf, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { FormArea, Submit } from "../../../_parts/form-fields";
import { announceAction, publishAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export default async function PublicationPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.publication");
  const [study, progress] = await Promise.all([studyOf(slug), progressOf(slug)]);
  const closed = study.rounds.filter((round) => round.state === "closed").length;
  const runs = study.role === "owner" || study.role === "facilitator";
  return (
    <div className="space-y-10">
      <DoneNotice search={searchParams} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-xl">{t("title")}</h2>
        {runs && closed > 0 ? <Publish study={study} progress={progress} closed={closed} /> : null}
      </div>
      <p className="max-w-measure">{t(closed > 0 ? "how" : "nothing-yet")}</p>
      {progress.waitingTexts > 0 ? (
        <p className="max-w-measure">{t("waiting", { texts: progress.waitingTexts })}</p>
      ) : null}
      <Editions study={study} runs={runs} />
      {runs ? <ReportTexts study={study} /> : null}
      {runs && study.editions.length === 0 ? <Announce study={study} /> : null}
    </div>
  );
}

/** Publishing while rounds are still to come warns first, and asks for a reason; so does a correction. */
async function Publish({
  study,
  progress,
  closed,
}: {
  study: DeskStudy;
  progress: Progress;
  closed: number;
}) {
  const t = await getTranslations("desk.publication.publish");
  const last = study.editions.at(-1);
  const again = last?.rounds === closed;
  const early = !again && !study.protocol.earlyPublication && !progress.stop && !hasEnded(study.phase);
  const values = { edition: study.editions.length + 1, rounds: closed };
  return (
    <Confirm
      action={publishAction}
      hidden={{ study: study.slug }}
      look={again ? "secondary" : "primary"}
      open={t(again ? "open-correction" : "open", values)}
      title={t("title", values)}
      what={t(again ? "what-correction" : early ? "what-early" : "what", values)}
      confirm={t("confirm", values)}
      cancel={t("cancel")}
    >
      {early ? (
        <FormArea name="reason" label={t("reason")} hint={t("reason-hint")} required maxLength={2000} />
      ) : last ? (
        <FormArea
          name="reason"
          label={t("correction")}
          hint={t(again ? "reason-hint" : "correction-hint")}
          required={again}
          maxLength={2000}
        />
      ) : null}
    </Confirm>
  );
}

async function Editions({ study, runs }: { study: DeskStudy; runs: boolean }) {
  const t = await getTranslations("desk.publication");
  const { moment } = await dates();
  return (
    <section className="space-y-4">
      <Table
        caption={t("caption")}
        captionHidden
        columns={[
          { key: "number", label: t("column.number") },
          { key: "published", label: t("column.published") },
          { key: "rounds", label: t("column.rounds"), numeric: true },
          { key: "digest", label: t("column.digest") },
        ]}
        rows={[...study.editions].reverse().map((edition) => ({
          key: String(edition.number),
          cells: {
            number: t("edition", { edition: edition.number }),
            published: moment(edition.publishedAt),
            rounds: edition.rounds,
            digest: <code className="font-mono text-sm [overflow-wrap:anywhere]">{edition.digest}</code>,
          },
        }))}
        empty={t("none")}
      />
      {study.editions.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/studies/${study.slug}/results`} look="secondary">
            {t("read")}
          </ButtonLink>
          {runs ? (
            <ButtonLink href={`/desk/studies/${study.slug}/publication/texts`} look="quiet">
              {t("texts.title")}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

/** What only the facilitators can say in the report, and how much of it is written. */
async function ReportTexts({ study: { slug, reporting } }: { study: DeskStudy }) {
  const t = await getTranslations("desk.publication.report");
  const missing = ReportTextName.options.filter((name) => reporting[name] === undefined);
  const written = ReportTextName.options.length - missing.length;
  return (
    <section className="space-y-3">
      <h3 className="text-lg">{t("title")}</h3>
      <p className="max-w-measure">{t("written", { written, all: ReportTextName.options.length })}</p>
      {missing.length > 0 ? (
        <p className="max-w-measure font-sans text-base text-muted">
          {t("missing", { names: missing.map((name) => t(`label.${name}`)).join(", ") })}
        </p>
      ) : null}
      <ButtonLink href={`/desk/studies/${slug}/publication/report`} look="secondary">
        {t("write")}
      </ButtonLink>
    </section>
  );
}

/** Before its first edition a study is on the start page only if it is announced. */
async function Announce({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.publication.announce");
  const { slug, version, announced } = study;
  return (
    <section className="space-y-3">
      <h3 className="text-lg">{t("title")}</h3>
      <p className="max-w-measure">{t(announced ? "is" : "is-not")}</p>
      <ActionForm
        action={announceAction}
        hidden={{ study: slug, version, announced: announced ? "no" : "yes" }}
      >
        <Submit look="secondary">{t(announced ? "stop" : "start")}</Submit>
      </ActionForm>
    </section>
  );
}
