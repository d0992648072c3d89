import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "../../../../_parts/action-form";
import { studyOf } from "../../../../_parts/desk-data";
import { FormCheck, FormText, Submit } from "../../../../_parts/form-fields";
import { PartFields } from "../items/[item]/part-fields";
import { mayEdit } from "../may-edit";
import { saveCriteriaAction } from "./actions";
import { criteriaOf, NEW_CRITERION } from "./criteria-form";

type Props = { params: Promise<{ slug: string }> };

/** What every option is rated on, for all of them at once: to reword, to drop, and to add one. */
export default async function CriteriaPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.design.criteria");
  const study = await studyOf(slug);
  const criteria = criteriaOf(study.items);
  if (!mayEdit(study) || criteria.length === 0) notFound();
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="text-base">{t("how")}</p>
      <ActionForm action={saveCriteriaAction} hidden={{ study: slug, version: study.version }}>
        {criteria.map((part) => (
          <PartFields key={part.id} part={part} legend={part.id}>
            {criteria.length > 1 ? (
              <FormCheck name={`drop-${part.id}`} label={t("drop", { name: part.id })} />
            ) : null}
          </PartFields>
        ))}
        <PartFields part={NEW_CRITERION} legend={t("new")}>
          <FormText name="name-new" label={t("name")} hint={t("name-hint")} maxLength={60} />
        </PartFields>
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}
