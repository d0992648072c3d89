import { getTranslations } from "next-intl/server";
import type { Item } from "@/delphi/item";
import type { Source } from "@/delphi/position";
import { CheckField } from "@/ui/field";

/** Where the item comes from. */
export async function SourceFields({ item, sources }: { item: Item; sources: readonly Source[] }) {
  const t = await getTranslations("desk.design.item");
  if (sources.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-sans text-base font-medium">{t("sources")}</legend>
      {sources.map((source) => (
        <CheckField
          key={source.id}
          name="source"
          value={source.id}
          defaultChecked={item.sources.includes(source.id)}
          label={source.title}
        />
      ))}
    </fieldset>
  );
}
