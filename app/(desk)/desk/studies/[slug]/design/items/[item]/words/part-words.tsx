import { getTranslations } from "next-intl/server";
import type { Part } from "@/delphi/item";
import { isChosenScale } from "@/delphi/scale";
import { FormArea, FormText } from "../../../../../../_parts/form-fields";

/** The words of one thing asked: its question, and the labels of its scale, as many as there are. */
export async function PartWords({
  part: { id, question, scale },
  option,
}: {
  part: Part;
  /** Which of the options it is, where the item has them. */
  option: number | undefined;
}) {
  const t = await getTranslations("desk.design.words");
  const labels = scale.kind === "ordinal" && !isChosenScale(scale) ? scale.points : null;
  if (question === "" && !labels) return null;
  return (
    <>
      {question === "" ? null : (
        <FormText
          name={`question-${id}`}
          label={option ? t("option", { number: option }) : t("question", { part: id.replaceAll("-", " ") })}
          maxLength={500}
          required
          defaultValue={question}
        />
      )}
      {labels ? (
        <FormArea
          name={`scale-${id}`}
          label={t("labels", { part: id.replaceAll("-", " ") })}
          hint={t("labels-hint", { points: labels.length })}
          rows={labels.length}
          required
          defaultValue={labels.map(({ label }) => label).join("\n")}
        />
      ) : null}
    </>
  );
}
