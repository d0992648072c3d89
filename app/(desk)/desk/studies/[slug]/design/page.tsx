import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskStudy } from "@/db/queries/desk-study";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { DesignItems } from "./design-items";
import { DesignPositions } from "./design-positions";
import { DesignProtocol } from "./design-protocol";
import { DesignQuestionnaire } from "./design-questionnaire";
import { DesignSources } from "./design-sources";
import { mayEdit } from "./may-edit";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** All that makes the study: edited in draft, read from the lock on. */
export default async function DesignPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.design");
  const { day } = await dates();
  const study = await studyOf(slug);
  return (
    <div className="space-y-14">
      <div className="space-y-6">
        <DoneNotice search={searchParams} />
        <h2 className="text-xl">{t("title")}</h2>
        {study.lockedAt ? (
          <Notice title={t(study.imported ? "locked-imported" : "locked", { date: day(study.lockedAt) })}>
            <p>
              {t("digest")} <code className="font-mono text-sm">{study.protocolDigest}</code>
            </p>
            <Changing study={study} />
          </Notice>
        ) : (
          <p className="max-w-measure">{t("draft")}</p>
        )}
      </div>
      <Content study={study} />
      <DesignQuestionnaire study={study} />
      <DesignItems study={study} />
      <DesignPositions study={study} />
      <DesignSources study={study} />
      <DesignProtocol study={study} />
    </div>
  );
}

/** What a change means from the lock on: never another question under answers that were given. */
async function Changing({ study: { slug, phase, rounds, protocol } }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.changing");
  if (phase === "open") return <p className="mt-2">{t("open", { round: rounds.length })}</p>;
  if (phase !== "between" || rounds.length >= protocol.rounds) return null;
  return (
    <p className="mt-2">
      {t("between")}{" "}
      <a className="link" href={`/desk/studies/${slug}/rounds/open`}>
        {t("sheet", { round: rounds.length + 1 })}
      </a>
    </p>
  );
}

const PARTS = ["question", "background", "perspective", "organiser", "contact", "licence"] as const;

async function Content({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.content");
  return (
    <section className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4 border-b border-line pb-2">
        <h3 className="text-xl">{t("title")}</h3>
        {mayEdit(study) ? (
          <ButtonLink href={`/desk/studies/${study.slug}/design/content`} look="secondary">
            {t("edit")}
          </ButtonLink>
        ) : null}
      </div>
      <dl className="max-w-measure space-y-4">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="font-sans text-sm text-muted">{t(part)}</dt>
            <dd className="whitespace-pre-line">{study.content[part] || t("none")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
