import { getTranslations } from "next-intl/server";
import type { DeskSeries } from "@/db/queries/desk-series";
import { Disclosure } from "@/ui/disclosure";
import { ActionForm } from "../../../_parts/action-form";
import { FormSelect, Submit } from "../../../_parts/form-fields";
import { beginSeriesAction, joinSeriesAction } from "./actions";
import { SeriesFields } from "./series-fields";

/** For a study that is in no series: to become a wave of one, or to begin one. */
export async function FindSeries({ study, others }: { study: string; others: DeskSeries["others"] }) {
  const t = await getTranslations("desk.series");
  return (
    <section className="max-w-2xl space-y-4 border-t border-line pt-8">
      <h2 className="text-xl">{t("find.title")}</h2>
      <p>{t("find.how")}</p>
      {others.length > 0 ? (
        <ActionForm action={joinSeriesAction} hidden={{ study }}>
          <FormSelect name="series" label={t("find.join")} defaultValue={others[0]!.slug}>
            {others.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </FormSelect>
          <Submit look="secondary">{t("find.join-submit")}</Submit>
        </ActionForm>
      ) : null}
      <Disclosure summary={t("find.begin")}>
        <ActionForm action={beginSeriesAction} hidden={{ study }}>
          <SeriesFields name="" />
          <Submit look="secondary">{t("find.begin-submit")}</Submit>
        </ActionForm>
      </Disclosure>
    </section>
  );
}
