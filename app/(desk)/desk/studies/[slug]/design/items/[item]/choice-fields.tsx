import { getTranslations } from "next-intl/server";
import type { Item } from "@/delphi/item";
import { FormArea, FormCheck, FormRadios } from "../../../../../_parts/form-fields";
import { optionLines, takesOther } from "../../choice-parts";

/** What can be chosen, how many of it, and whether something else can be written. */
export async function ChoiceFields({ item }: { item: Item }) {
  const t = await getTranslations("desk.design.item.choice");
  return (
    <>
      <FormArea
        name="options"
        label={t("options")}
        hint={t("options-hint")}
        rows={6}
        defaultValue={optionLines(item)}
      />
      <FormRadios
        name="choose"
        legend={t("choose")}
        defaultValue={item.choose ?? "one"}
        choices={[
          { value: "one", label: t("one") },
          { value: "many", label: t("many"), hint: t("many-hint") },
        ]}
      />
      <FormCheck name="other" label={t("other")} hint={t("other-hint")} defaultChecked={takesOther(item)} />
    </>
  );
}
