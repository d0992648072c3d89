import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ImportedMark } from "@/ui/imported-mark";
import { SimulatedMark } from "@/ui/simulated-mark";
import { progressOf, studyOf } from "../../_parts/desk-data";
import { PhaseStatus } from "../../_parts/phase-status";
import { Tabs } from "../../_parts/tabs";

type Params = Promise<{ slug: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { slug } = await params;
  const { content } = await studyOf(slug);
  return { title: content.title };
}

/** The head of a study's desk: what it is, where it stands, and the ways to its parts. */
export default async function StudyLayout({ params, children }: { params: Params; children: ReactNode }) {
  const { slug } = await params;
  const t = await getTranslations("desk.study");
  const [
    { content, phase, rounds, simulated, imported, role, editions, series },
    { waitingQuestions: waiting },
  ] = await Promise.all([studyOf(slug), progressOf(slug)]);
  const base = `/desk/studies/${slug}` as const;
  const closed = rounds.filter((round) => round.state === "closed").at(-1);
  const runs = role === "owner" || role === "facilitator";
  return (
    <div className="space-y-8">
      <header className="space-y-3">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-base">
          <PhaseStatus phase={phase} round={rounds.length} />
          {simulated ? <SimulatedMark>{t("simulated")}</SimulatedMark> : null}
          {imported ? <ImportedMark>{t("imported", { last: imported.last })}</ImportedMark> : null}
        </p>
        <h1 className="text-2xl">{content.title}</h1>
        <Tabs
          label={t("tabs")}
          links={[
            { href: base, label: t("tab.overview"), exact: true },
            { href: `${base}/design`, label: t("tab.design") },
            ...(runs ? [{ href: `${base}/panel` as const, label: t("tab.panel") }] : []),
            ...(runs ? [{ href: `${base}/mail` as const, label: t("tab.mail") }] : []),
            { href: `${base}/rounds`, label: t("tab.rounds") },
            ...((rounds.length > 0 || waiting > 0) && role !== "observer"
              ? [{ href: `${base}/questions` as const, label: t("tab.questions", { waiting }) }]
              : []),
            ...(closed && role !== "observer"
              ? [{ href: `${base}/moderation` as const, label: t("tab.moderation") }]
              : []),
            ...(closed ? [{ href: `${base}/analysis` as const, label: t("tab.analysis") }] : []),
            { href: `${base}/publication`, label: t("tab.publication") },
            ...(series || editions.length > 0
              ? [{ href: `${base}/series` as const, label: t("tab.series") }]
              : []),
            { href: `${base}/team`, label: t("tab.team") },
            { href: `${base}/log`, label: t("tab.log") },
          ]}
        />
      </header>
      {children}
    </div>
  );
}
