import { getTranslations } from "next-intl/server";
import type { Item } from "@/delphi/item";
import { FormArea, FormCheck, FormRadios, FormText } from "../../../../../_parts/form-fields";
import { optionLines } from "../../option-lines";
import { pointsOf, takesOther } from "../../option-parts";

/** What can be chosen, put in order or given points, and how. */
export async function OptionsFields({ item }: { item: Item }) {
  const t = await getTranslations("desk.design.item");
  return (
    <>
      <FormArea
        name="options"
        label={t(`options.${item.kind}`)}
        hint={t("options-hint")}
        rows={6}
        defaultValue={optionLines(item)}
      />
      {item.kind === "choice" ? <ChoiceFields item={item} /> : null}
      {item.kind === "allocation" ? <PointsFields item={item} /> : null}
    </>
  );
}

async function ChoiceFields({ item }: { item: Item }) {
  const t = await getTranslations("desk.design.item.choice");
  return (
    <>
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

async function PointsFields({ item }: { item: Item }) {
  const t = await getTranslations("desk.design.item.points");
  const { total, step } = pointsOf(item);
  return (
    <>
      <FormText
        name="total"
        type="number"
        min={10}
        max={1000}
        label={t("total")}
        defaultValue={total}
        required
      />
      <FormText
        name="step"
        type="number"
        min={1}
        max={500}
        label={t("step")}
        hint={t("step-hint")}
        defaultValue={step}
        required
      />
    </>
  );
}
