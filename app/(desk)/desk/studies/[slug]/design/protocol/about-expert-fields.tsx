import { getTranslations } from "next-intl/server";
import { AboutExperts } from "@/delphi/about-expert";
import type { Protocol } from "@/delphi/protocol";
import { FormSelect } from "../../../../_parts/form-fields";

/** What experts are asked about themselves. The questions follow from it; they stand at the end of the questionnaire. */
export async function AboutExpertFields({ protocol: { aboutExperts = {} } }: { protocol: Protocol }) {
  const t = await getTranslations("desk.design.protocol.about");
  return (["expertise", "interests"] as const).map((name) => (
    <FormSelect
      key={name}
      name={`about-${name}`}
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      defaultValue={aboutExperts[name] ?? ""}
    >
      <option value="">{t("not-asked")}</option>
      {AboutExperts.shape[name].unwrap().options.map((choice) => (
        <option key={choice} value={choice}>
          {t(`${name}.${choice}`)}
        </option>
      ))}
    </FormSelect>
  ));
}
