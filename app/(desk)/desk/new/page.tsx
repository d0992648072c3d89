import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { deskStudies } from "@/db/queries/desk-studies";
import { Disclosure } from "@/ui/disclosure";
import { ActionForm } from "../_parts/action-form";
import { deskData } from "../_parts/desk-data";
import { FormArea, FormCheck, FormText, Submit } from "../_parts/form-fields";
import { createStudyAction } from "./actions";
import { DesignFile } from "./design-file";
import { Templates } from "./templates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.new");
  return { title: t("title") };
}

/** A study begins as a copy of an earlier design or blank; everything can be edited until round 1 opens. */
export default async function NewStudyPage() {
  const t = await getTranslations("desk.new");
  const studies = await deskData((actor) => deskStudies(actor, {}));
  return (
    <div className="max-w-2xl space-y-8">
      <h1>{t("title")}</h1>
      <p>{t("how")}</p>
      <ActionForm action={createStudyAction}>
        <FormText name="title" path="content.title" label={t("study-title")} required maxLength={200} />
        <FormArea
          name="question"
          path="content.question"
          label={t("question")}
          hint={t("question-hint")}
          required
          maxLength={1000}
        />
        <Templates
          copies={studies.map(({ slug, title }) => ({ value: slug, label: t("copy", { title, slug }) }))}
        />
        <FormCheck name="elsewhere" label={t("elsewhere")} hint={t("elsewhere-hint")} />
        <FormText name="slug" path="design.slug" label={t("slug")} hint={t("slug-hint")} maxLength={80} />
        <Submit>{t("submit")}</Submit>
      </ActionForm>
      <Disclosure summary={t("file.title")}>
        <DesignFile />
      </Disclosure>
    </div>
  );
}
