import { getTranslations } from "next-intl/server";
import { templates } from "@/delphi/template";
import { FormRadios } from "../_parts/form-fields";

/** The ways to begin: published designs with their rules, a blank one, or a copy of an earlier study. */
export async function Templates({ copies }: { copies: readonly { value: string; label: string }[] }) {
  const t = await getTranslations("desk.new");
  return (
    <FormRadios
      name="from"
      legend={t("from")}
      defaultValue="template:policy-delphi"
      choices={[
        ...templates.map(({ name }) => ({
          value: `template:${name}`,
          label: t(`template.${name}.title`),
          hint: t(`template.${name}.what`),
        })),
        ...copies.map(({ value, label }) => ({ value: `study:${value}`, label, hint: t("from-hint") })),
      ]}
    />
  );
}
