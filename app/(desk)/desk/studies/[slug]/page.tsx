import { getTranslations } from "next-intl/server";
import { progressOf, studyOf } from "../../_parts/desk-data";
import { DoneNotice, type Search } from "../../_parts/done-notice";
import { Facts } from "../../_parts/facts";
import { MoreActs } from "../../_parts/more-acts";
import { nextStep } from "../../_parts/next-step";
import { NextStepCard } from "../../_parts/next-step-card";
import { sendsMail } from "../../_parts/sends-mail";
import { studyFacts } from "../../_parts/study-facts";
import { Troubles } from "../../_parts/troubles";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** Where a study stands, what is missing before the next step, and that step. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.overview");
  const [study, progress] = await Promise.all([studyOf(slug), progressOf(slug)]);
  const next = nextStep(study, progress, sendsMail(study));
  return (
    <>
      <DoneNotice search={searchParams} />
      <Troubles study={slug} troubles={progress.troubles} />
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <section className="space-y-4">
          <h2 className="text-xl">{t("next")}</h2>
          {study.cancelReason ? (
            <div className="max-w-measure space-y-2 rounded-md border border-line bg-card p-6">
              <p>{t("cancelled")}</p>
              <p className="text-muted">{study.cancelReason}</p>
            </div>
          ) : (
            <NextStepCard study={study} progress={progress} next={next} />
          )}
          <MoreActs study={study} />
        </section>
        <section className="space-y-4">
          <h3 className="text-xl">{t("stands")}</h3>
          <Facts facts={await studyFacts(study, progress)} />
        </section>
      </div>
    </>
  );
}
