import { getTranslations } from "next-intl/server";
import { deskSeries } from "@/db/queries/desk-series";
import { deskData, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { AskAgain } from "./ask-again";
import { FindSeries } from "./find-series";
import { OwnSeries } from "./own-series";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** The series that a study is a wave of, and asking it again. */
export default async function SeriesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.series");
  const [study, found] = await Promise.all([
    studyOf(slug),
    deskData((actor) => deskSeries(actor, { study: slug })),
  ]);
  const owns = study.role === "owner";
  return (
    <div className="space-y-12">
      <DoneNotice search={searchParams} />
      <section className="space-y-4">
        <h2 className="text-xl">{t("title")}</h2>
        {found.series ? (
          <OwnSeries study={study} series={found.series} />
        ) : (
          <p className="max-w-measure">{t("none")}</p>
        )}
      </section>
      {owns && !found.series?.removed ? <AskAgain study={study} found={found} /> : null}
      {owns && !found.series ? <FindSeries study={slug} others={found.others} /> : null}
      {owns ? null : <p className="max-w-measure text-muted">{t("owners-only")}</p>}
    </div>
  );
}
