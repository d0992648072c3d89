import { getTranslations } from "next-intl/server";
import type { DeskSeries } from "@/db/queries/desk-series";
import type { DeskStudy } from "@/db/queries/desk-study";
import { ActionForm } from "../../../_parts/action-form";
import { FormRadios, FormText, Submit } from "../../../_parts/form-fields";
import { askAgainAction } from "./actions";
import { SeriesFields } from "./series-fields";

/** The next wave: the same items, scales and rules, and whom of the panel to invite anew. */
export async function AskAgain({ study, found }: { study: DeskStudy; found: DeskSeries }) {
  const t = await getTranslations("desk.series.again");
  const { slug, content } = study;
  const next = (found.series?.waves.filter(({ removed }) => !removed).length ?? 1) + 1;
  return (
    <section className="max-w-2xl space-y-6 border-t border-line pt-8">
      <h2 className="text-xl">{t("title")}</h2>
      {found.published ? (
        <>
          <p>{t("how")}</p>
          <ActionForm action={askAgainAction} hidden={{ study: slug }}>
            <FormText
              name="title"
              label={t("study-title")}
              defaultValue={t("next-title", { title: content.title.slice(0, 180), number: next })}
              required
              maxLength={200}
            />
            <FormText
              name="slug"
              label={t("slug")}
              hint={t("slug-hint")}
              defaultValue={`${slug.slice(0, 70)}-${next}`}
              maxLength={80}
            />
            <Panel carried={found.carried} />
            {found.series ? null : <SeriesFields name={content.title} />}
            <Submit>{t("submit")}</Submit>
          </ActionForm>
        </>
      ) : (
        <p>{t("unpublished")}</p>
      )}
    </section>
  );
}

/** Where the roll is deleted, those who agreed to it are all who can be asked. */
async function Panel({ carried }: { carried: DeskSeries["carried"] }) {
  const t = await getTranslations("desk.series.again.panel");
  const { roll = 0, agreed = 0 } = carried ?? {};
  const ways = [
    ...(roll > 0 ? [{ value: "roll", label: t("roll", { people: roll }), hint: t("roll-hint") }] : []),
    { value: "agreed", label: t("agreed", { people: agreed }), hint: t("agreed-hint") },
    { value: "nobody", label: t("nobody"), hint: t("nobody-hint") },
  ];
  return (
    <>
      <FormRadios name="panel" legend={t("legend")} defaultValue={ways[0]!.value} choices={ways} />
      <p className="max-w-measure text-sm text-muted">{t("anew")}</p>
    </>
  );
}
