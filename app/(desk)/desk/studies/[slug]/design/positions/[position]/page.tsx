import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Position } from "@/delphi/position";
import { CheckField } from "@/ui/field";
import { ActionForm } from "../../../../../_parts/action-form";
import { studyOf } from "../../../../../_parts/desk-data";
import { FormArea, FormSelect, FormText, Submit } from "../../../../../_parts/form-fields";
import { mayEdit } from "../../may-edit";
import { savePositionAction } from "../../position-actions";

type Props = { params: Promise<{ slug: string; position: string }> };

export default async function PositionPage({ params }: Props) {
  const { slug, position: id } = await params;
  const t = await getTranslations("desk.design.position");
  const study = await studyOf(slug);
  const position = id === "new" ? EMPTY : study.positions.find((one) => one.id === id);
  if (!position || !mayEdit(study) || study.sources.length === 0) notFound();
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t(id === "new" ? "new" : "edit")}</h2>
      <ActionForm
        action={savePositionAction}
        hidden={{ study: slug, version: study.version, id: position.id }}
      >
        <FormText name="author" label={t("author")} defaultValue={position.author} required maxLength={200} />
        <FormText
          name="affiliation"
          label={t("affiliation")}
          defaultValue={position.affiliation}
          maxLength={300}
        />
        <FormSelect name="source" label={t("source")} defaultValue={position.source || study.sources[0]!.id}>
          {study.sources.map((source) => (
            <option key={source.id} value={source.id}>
              {source.title}
            </option>
          ))}
        </FormSelect>
        <FormArea
          name="summary"
          label={t("summary")}
          hint={t("summary-hint")}
          defaultValue={position.summary}
          required
          maxLength={2000}
        />
        <Reading study={study} position={position} />
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}

const EMPTY: Position = {
  id: "",
  author: "",
  affiliation: "",
  source: "",
  summary: "",
  stance: null,
  for: [],
  against: [],
};

/** Our reading of the text, hidden from an expert until they have answered themselves. */
async function Reading({ study, position }: { study: DeskStudy; position: Position }) {
  const t = await getTranslations("desk.design.position");
  const scale = study.items.find((item) => item.kind === "stance")?.parts[0]?.scale;
  const options = study.items.filter((item) => item.kind === "option");
  return (
    <fieldset className="space-y-4 rounded-md border border-line p-4">
      <legend className="px-2 font-sans text-base font-medium">{t("reading")}</legend>
      <p className="font-sans text-sm text-muted">{t("reading-hint")}</p>
      {scale?.kind === "ordinal" ? (
        <FormSelect name="stance" label={t("stance")} defaultValue={String(position.stance ?? "")}>
          <option value="">{t("no-stance")}</option>
          {scale.points.map((point) => (
            <option key={point.value} value={point.value}>
              {point.label}
            </option>
          ))}
        </FormSelect>
      ) : null}
      {options.length > 0
        ? (["for", "against"] as const).map((side) => (
            <fieldset key={side}>
              <legend className="font-sans text-base font-medium">{t(side)}</legend>
              {options.map((option) => (
                <CheckField
                  key={option.id}
                  name={side}
                  value={option.id}
                  defaultChecked={position[side].includes(option.id)}
                  label={option.title}
                />
              ))}
            </fieldset>
          ))
        : null}
    </fieldset>
  );
}
