import { getTranslations } from "next-intl/server";
import { ActionForm } from "../_parts/action-form";
import { FormArea, FormText, Submit } from "../_parts/form-fields";
import { importDesignAction } from "./actions";

/** A study from a design file that a desk of Tholos wrote. */
export async function DesignFile() {
  const t = await getTranslations("desk.new.file");
  return (
    <ActionForm action={importDesignAction}>
      <FormText name="file" type="file" accept=".json,application/json" label={t("file")} hint={t("hint")} />
      <FormArea name="text" label={t("paste")} rows={4} spellCheck={false} />
      <FormText name="slug" path="slug" label={t("slug")} hint={t("slug-hint")} maxLength={80} />
      <Submit look="secondary">{t("submit")}</Submit>
    </ActionForm>
  );
}
