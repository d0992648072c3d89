import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Part } from "@/delphi/item";
import { FormArea, FormText } from "../../../../../_parts/form-fields";

/** What is asked about the item, and on which scale: one label a line, from low to high. */
export async function PartFields({
  part,
  legend,
  children,
}: {
  part: Part;
  /** Left out where the item asks one thing only. */
  legend?: string;
  /** What stands before them. */
  children?: ReactNode;
}) {
  const t = await getTranslations("desk.design.item");
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-4">
      <legend className="px-2 font-sans text-base font-medium">{legend ?? t("part")}</legend>
      {children}
      <FormText
        name={`question-${part.id}`}
        label={t("question")}
        defaultValue={part.question}
        maxLength={500}
      />
      {part.scale.kind === "ordinal" ? (
        <FormArea
          name={`scale-${part.id}`}
          label={t("labels")}
          hint={t("labels-hint")}
          rows={5}
          defaultValue={part.scale.points.map((point) => point.label).join("\n")}
        />
      ) : null}
      {part.scale.kind === "text" ? (
        <FormText
          name={`scale-${part.id}`}
          type="number"
          min={50}
          max={10_000}
          label={t("length")}
          defaultValue={part.scale.maxLength}
        />
      ) : null}
      {part.scale.kind === "probability" ? (
        <p className="font-sans text-sm text-muted">{t("probability")}</p>
      ) : null}
    </fieldset>
  );
}
