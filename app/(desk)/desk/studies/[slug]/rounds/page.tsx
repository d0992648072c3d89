import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskRound, DeskStudy } from "@/db/queries/desk-study";
import { hasEnded } from "@/delphi/study";
import { zonedMoment } from "@/delphi/zoned-moment";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { progressOf, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { StepButton } from "../../../_parts/step-button";
import { Troubles } from "../../../_parts/troubles";
import { OpenRoundDesk } from "./open-round-desk";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export default async function RoundsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.rounds");
  const [study, progress] = await Promise.all([studyOf(slug), progressOf(slug)]);
  const open = study.rounds.find((round) => round.state === "open");
  const runs = study.role === "owner" || study.role === "facilitator";
  const mayOpen = runs && !open && !hasEnded(study.phase) && study.rounds.length < study.protocol.rounds;
  return (
    <div className="space-y-10">
      <DoneNotice search={searchParams} />
      <Troubles study={slug} troubles={progress.troubles} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-xl">{t("title", { done: study.rounds.length, most: study.protocol.rounds })}</h2>
        {mayOpen ? <StepButton step="open" look="primary" study={study} progress={progress} /> : null}
      </div>
      {progress.opening ? (
        <div className="space-y-4 rounded-md border border-line bg-card p-6">
          <p className="font-serif text-lg">
            {t("scheduled", {
              round: study.rounds.length + 1,
              opens: zonedMoment(progress.opening.opensAt, progress.opening.zone),
            })}
          </p>
          {progress.opening.closesAt ? (
            <p>{t("then", { closes: zonedMoment(progress.opening.closesAt, progress.opening.zone) })}</p>
          ) : null}
          {runs ? <StepButton step="unschedule" look="secondary" study={study} progress={progress} /> : null}
        </div>
      ) : null}
      {open ? <OpenRoundDesk study={study} round={open} progress={progress} runs={runs} /> : null}
      <RoundTable study={study} />
      {study.imported && runs ? (
        <Link className="link font-sans text-base" href={`/desk/studies/${slug}/import`}>
          {t("imported")}
        </Link>
      ) : null}
    </div>
  );
}

async function RoundTable({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.rounds");
  const { moment, day } = await dates();
  const closedWhen = ({ imported, closedAt }: DeskRound) =>
    imported ? day(imported.to) : closedAt ? moment(closedAt) : "–";
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        { key: "number", label: t("column.number") },
        { key: "state", label: t("column.state") },
        { key: "opened", label: t("column.opened") },
        { key: "closed", label: t("column.closed") },
        { key: "asked", label: t("column.asked"), numeric: true },
        { key: "analysis", label: t("column.analysis"), labelHidden: true },
      ]}
      rows={[...study.rounds].reverse().map((round) => ({
        key: String(round.number),
        cells: {
          number: t("round", { round: round.number }),
          state: <RoundStatus round={round} />,
          opened: round.imported ? day(round.imported.from) : moment(round.openedAt),
          closed: closedWhen(round),
          asked: round.asked,
          analysis:
            round.state === "closed" ? (
              <Link className="link" href={`/desk/studies/${study.slug}/analysis/${round.number}`}>
                {t("analysis", { round: round.number })}
              </Link>
            ) : null,
        },
      }))}
      empty={t("empty")}
    />
  );
}

async function RoundStatus({ round }: { round: DeskRound }) {
  const t = await getTranslations("desk.rounds.state");
  const { day } = await dates();
  if (round.imported) return <Status tone="done">{t("imported", { date: day(round.imported.on) })}</Status>;
  return <Status tone={round.state === "open" ? "current" : "done"}>{t(round.state)}</Status>;
}
