import { getTranslations } from "next-intl/server";
import type { Item } from "@/delphi/item";
import type { PlannedSection } from "@/delphi/questionnaire-plan";
import { FormSelect } from "../../../../../_parts/form-fields";

/** In which section of the questionnaire the item stands. */
export async function SectionField({ item, sections }: { item: Item; sections: readonly PlannedSection[] }) {
  const t = await getTranslations("desk.design.item");
  if (sections.length === 0) return null;
  const known = sections.some((section) => section.id === item.section);
  return (
    <FormSelect name="section" label={t("section")} defaultValue={known ? item.section : ""}>
      <option value="">{t("no-section")}</option>
      {sections.map((section) => (
        <option key={section.id} value={section.id}>
          {section.title}
        </option>
      ))}
    </FormSelect>
  );
}
