import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Part } from "@/delphi/item";
import { ActionForm } from "../../../../_parts/action-form";
import { studyOf } from "../../../../_parts/desk-data";
import { FormArea, FormCheck, FormText, Submit } from "../../../../_parts/form-fields";
import { mayEdit } from "../may-edit";
import { saveCriteriaAction } from "./actions";
import { criteriaOf } from "./criteria-form";

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
          <Fields key={part.id} legend={part.id} field={part.id} part={part}>
            {criteria.length > 1 ? (
              <FormCheck name={`drop-${part.id}`} label={t("drop", { name: part.id })} />
            ) : null}
          </Fields>
        ))}
        <Fields legend={t("new")} field="new">
          <FormText name="name-new" label={t("name")} hint={t("name-hint")} maxLength={60} />
        </Fields>
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}

async function Fields({
  legend,
  field,
  part,
  children,
}: {
  legend: string;
  field: string;
  part?: Part;
  children: ReactNode;
}) {
  const t = await getTranslations("desk.design.criteria");
  const labels = part?.scale.kind === "ordinal" ? part.scale.points.map(({ label }) => label) : [];
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-4">
      <legend className="px-2 font-sans text-base font-medium">{legend}</legend>
      {part ? null : children}
      <FormText
        name={`question-${field}`}
        label={t("question")}
        defaultValue={part?.question}
        maxLength={500}
      />
      <FormArea
        name={`scale-${field}`}
        label={t("labels")}
        hint={t("labels-hint")}
        rows={5}
        defaultValue={labels.join("\n")}
      />
      {part ? children : null}
    </fieldset>
  );
}
