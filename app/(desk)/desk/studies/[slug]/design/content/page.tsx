import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Licence } from "@/delphi/licence";
import { ActionForm } from "../../../../_parts/action-form";
import { studyOf } from "../../../../_parts/desk-data";
import { FormArea, FormSelect, FormText, Submit } from "../../../../_parts/form-fields";
import { mayEdit } from "../may-edit";
import { saveContentAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export default async function ContentPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.design.content");
  const study = await studyOf(slug);
  if (!mayEdit(study)) notFound();
  const { content, version } = study;
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t("edit-title")}</h2>
      <ActionForm action={saveContentAction} hidden={{ study: slug, version }}>
        <FormText
          name="title"
          label={t("study-title")}
          defaultValue={content.title}
          required
          maxLength={200}
        />
        <FormArea
          name="question"
          label={t("question")}
          rows={3}
          defaultValue={content.question}
          required
          maxLength={1000}
        />
        <FormArea
          name="background"
          label={t("background")}
          hint={t("background-hint")}
          rows={8}
          defaultValue={content.background}
          maxLength={6000}
        />
        <FormArea
          name="perspective"
          label={t("perspective")}
          hint={t("perspective-hint")}
          defaultValue={content.perspective}
          maxLength={1000}
        />
        <FormText
          name="organiser"
          label={t("organiser")}
          hint={t("organiser-hint")}
          defaultValue={content.organiser}
          maxLength={300}
        />
        <FormText name="contact" type="email" label={t("contact")} defaultValue={content.contact} />
        <FormSelect
          name="licence"
          label={t("licence")}
          hint={t("licence-hint")}
          defaultValue={content.licence ?? ""}
        >
          <option value="">{t("licence-none")}</option>
          {Licence.options.map((licence) => (
            <option key={licence} value={licence}>
              {licence}
            </option>
          ))}
        </FormSelect>
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}
