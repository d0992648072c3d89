import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskSeries } from "@/db/queries/desk-series";
import type { DeskStudy } from "@/db/queries/desk-study";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { ActionForm } from "../../../_parts/action-form";
import { Confirm } from "../../../_parts/confirm";
import { FormArea, FormText, Submit } from "../../../_parts/form-fields";
import { editSeriesAction, joinSeriesAction, leaveSeriesAction } from "./actions";
import { ShareField } from "./series-fields";
import { WaveTable } from "./wave-table";

type Own = NonNullable<DeskSeries["series"]>;

/** The series with its waves, what was declared, and the ways out of it. */
export async function OwnSeries({ study, series }: { study: DeskStudy; series: Own }) {
  const t = await getTranslations("desk.series");
  const { day } = await dates();
  const { name, slug, panelShare, declaredAt, hidden } = series;
  const owns = study.role === "owner";
  return (
    <>
      <p className="max-w-measure">
        <strong>{name}</strong>. {t("declared", { share: panelShare, date: day(declaredAt) })}
      </p>
      <p className="max-w-measure">
        {series.public ? (
          <Link href={`/series/${slug}`} className="link">
            {t("read")}
          </Link>
        ) : (
          t("not-public")
        )}
      </p>
      {series.removed ? <PutBack study={study.slug} series={slug} owns={owns} /> : null}
      <WaveTable study={study} waves={series.waves} />
      {hidden > 0 ? <p className="max-w-measure text-muted">{t("hidden", { hidden })}</p> : null}
      {owns && !series.removed ? (
        <div className="space-y-3">
          <Disclosure summary={t("edit.title")}>
            <ActionForm
              action={editSeriesAction}
              hidden={{ study: study.slug }}
              className="max-w-2xl space-y-6"
            >
              <FormText name="name" label={t("name")} defaultValue={name} required maxLength={200} />
              <ShareField value={panelShare} fixed={series.begun} />
              <Submit look="secondary">{t("edit.submit")}</Submit>
            </ActionForm>
          </Disclosure>
          <div className="[&_button]:px-0">
            <Leave study={study.slug} shown={series.waves.some((one) => one.own && one.published)} />
          </div>
        </div>
      ) : null}
    </>
  );
}

async function PutBack({ study, series, owns }: { study: string; series: string; owns: boolean }) {
  const t = await getTranslations("desk.series.back");
  return (
    <div className="max-w-measure">
      <Notice title={t("title")}>
        <p>{t("text")}</p>
        {owns ? (
          <ActionForm action={joinSeriesAction} hidden={{ study, series }}>
            <Submit look="secondary">{t("submit")}</Submit>
          </ActionForm>
        ) : null}
      </Notice>
    </div>
  );
}

/** Once readers could see it there, taking it out needs a reason that they see, too. */
async function Leave({ study, shown }: { study: string; shown: boolean }) {
  const t = await getTranslations("desk.series.leave");
  return (
    <Confirm
      action={leaveSeriesAction}
      hidden={{ study }}
      look="quiet"
      open={t("open")}
      title={t("title")}
      what={t(shown ? "what-shown" : "what")}
      confirm={t("open")}
      cancel={t("cancel")}
    >
      {shown ? <FormArea name="reason" label={t("reason")} required maxLength={1000} rows={3} /> : null}
    </Confirm>
  );
}
