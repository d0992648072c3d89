import { getTranslations } from "next-intl/server";
import { STANDARD_LEVEL } from "@/delphi/estimate";
import type { Item } from "@/delphi/item";
import { Disclosure } from "@/ui/disclosure";
import { FormRadios, FormText } from "../../../../../_parts/form-fields";
import { typedEstimate } from "../../estimate-parts";

/** What is estimated, how finely and within which bounds, and the words of the four questions. */
export async function EstimateFields({ item }: { item: Item }) {
  const t = await getTranslations("desk.design.item.estimate");
  const optional = (await getTranslations("desk.design.item"))("optional");
  const typed = typedEstimate(item);
  return (
    <>
      <p className="font-sans text-sm text-muted">{t("steps", { level: STANDARD_LEVEL })}</p>
      <FormRadios
        name="of"
        legend={t("of")}
        defaultValue={typed.of}
        choices={[
          { value: "number", label: t("number") },
          { value: "date", label: t("date"), hint: t("date-hint") },
        ]}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <FormText
          name="unit"
          path="scale.unit"
          label={t("unit")}
          note={optional}
          hint={t("unit-hint")}
          defaultValue={typed.unit}
          maxLength={40}
        />
        <FormText
          name="decimals"
          path="scale.decimals"
          type="number"
          min={0}
          max={4}
          label={t("decimals")}
          hint={t("decimals-hint")}
          defaultValue={typed.decimals}
        />
        {(["min", "max"] as const).map((name) => (
          <FormText
            key={name}
            name={name}
            path={`scale.${name}`}
            label={t(name)}
            note={optional}
            hint={name === "min" ? t("bounds-hint") : undefined}
            defaultValue={typed[name]}
          />
        ))}
      </div>
      <Disclosure quiet summary={<span className="text-sm">{t("questions")}</span>}>
        <div className="space-y-4">
          {item.parts.map((part) => (
            <FormText
              key={part.id}
              name={`question-${part.id}`}
              label={t(`part.${part.id}`)}
              defaultValue={part.question}
              maxLength={500}
            />
          ))}
        </div>
      </Disclosure>
    </>
  );
}
