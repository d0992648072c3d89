import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { hasOptions, type Item } from "@/delphi/item";
import { type ItemKind, KINDS, kindNamed } from "@/delphi/item-kind";
import { partsFor } from "@/delphi/usual-parts";
import { ActionForm } from "../../../../../_parts/action-form";
import { studyOf } from "../../../../../_parts/desk-data";
import type { Search } from "../../../../../_parts/done-notice";
import { FormArea, FormText, Submit } from "../../../../../_parts/form-fields";
import { saveItemAction } from "../../item-actions";
import { mayEdit } from "../../may-edit";
import { EstimateFields } from "./estimate-fields";
import { OptionsFields } from "./options-fields";
import { PartFields } from "./part-fields";
import { SectionField } from "./section-field";
import { SourceFields } from "./source-fields";

type Props = { params: Promise<{ slug: string; item: string }>; searchParams: Search };

/** An item to write or to change; "new" in the address begins one of the kind given. */
export default async function ItemPage({ params, searchParams }: Props) {
  const { slug, item: id } = await params;
  const t = await getTranslations("desk.design.item");
  const study = await studyOf(slug);
  const kind = kindNamed((await searchParams).kind) ?? "option";
  const item = id === "new" ? newItem(kind, study.items) : study.items.find((one) => one.id === id);
  if (!item || item.kind === "about" || !mayEdit(study)) notFound();
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t(id === "new" ? `new.${kind}` : `edit.${item.kind}`)}</h2>
      <ActionForm
        action={saveItemAction}
        hidden={{ study: slug, version: study.version, id: item.id, kind: item.kind }}
      >
        <FormArea
          name="title"
          label={t("title")}
          rows={2}
          defaultValue={item.title}
          required
          maxLength={300}
        />
        <FormArea
          name="text"
          label={t("text")}
          note={t("optional")}
          defaultValue={item.text}
          maxLength={2000}
        />
        <FormArea
          name="help"
          label={t("help")}
          hint={t("help-hint")}
          note={t("optional")}
          rows={3}
          defaultValue={item.help}
          maxLength={2000}
        />
        <SectionField item={item} sections={study.protocol.questionnaire?.sections ?? []} />
        {hasOptions(item) ? (
          <OptionsFields item={item} />
        ) : item.kind === "estimate" ? (
          <EstimateFields item={item} />
        ) : (
          item.parts.map((part) => (
            <PartFields key={part.id} part={part} legend={item.parts.length > 1 ? part.id : undefined} />
          ))
        )}
        {item.kind === "scenario" ? (
          <>
            <FormText
              name="until"
              label={t("until")}
              note={t("optional")}
              defaultValue={item.until}
              maxLength={40}
            />
            <FormArea
              name="resolvesIf"
              label={t("resolves")}
              hint={t("resolves-hint")}
              note={t("optional")}
              defaultValue={item.resolvesIf}
              maxLength={1000}
            />
          </>
        ) : null}
        <SourceFields item={item} sources={study.sources} />
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}

const newItem = (kind: ItemKind, items: readonly Item[]): Item => ({
  id: "",
  kind,
  title: "",
  text: "",
  // What is offered is written anew, so nothing stands there that could be left by mistake.
  parts: KINDS[kind].options ? [] : [...partsFor(kind, items)],
  sources: [],
});
