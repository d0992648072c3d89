import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { Disclosure } from "@/ui/disclosure";
import { ActionForm } from "../../../_parts/action-form";
import { FormArea, Submit } from "../../../_parts/form-fields";
import { pasteOptionsAction } from "./item-actions";

/** Many options at once, a line each. */
export async function PasteOptions({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.items.paste");
  return (
    <Disclosure quiet summary={t("title")}>
      <ActionForm
        action={pasteOptionsAction}
        hidden={{ study: study.slug, version: study.version }}
        className="max-w-2xl space-y-4"
      >
        <FormArea name="options" label={t("label")} hint={t("hint")} rows={6} />
        <Submit look="secondary">{t("submit")}</Submit>
      </ActionForm>
    </Disclosure>
  );
}
