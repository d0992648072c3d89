import { getTranslations } from "next-intl/server";
import { USUAL_PANEL_SHARE } from "@/delphi/series";
import { FormText } from "../../../_parts/form-fields";

/** What a series is called, where it stands, and what is declared for it. */
export async function SeriesFields({ name }: { name: string }) {
  const t = await getTranslations("desk.series");
  return (
    <>
      <FormText
        name="name"
        path="series.name"
        label={t("name")}
        hint={t("name-hint")}
        defaultValue={name}
        required
        maxLength={200}
      />
      <FormText name="series" path="series.slug" label={t("slug")} hint={t("slug-hint")} maxLength={80} />
      <ShareField value={USUAL_PANEL_SHARE} fixed={false} />
    </>
  );
}

/** From how many percent of the same people on lines go on. Fixed once a second wave has begun. */
export async function ShareField({ value, fixed }: { value: number; fixed: boolean }) {
  const t = await getTranslations("desk.series.share");
  return (
    <FormText
      name="panelShare"
      label={t("label")}
      hint={t(fixed ? "fixed" : "hint")}
      inputMode="numeric"
      defaultValue={String(value)}
      readOnly={fixed}
      required
    />
  );
}
