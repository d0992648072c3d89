import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Source } from "@/delphi/position";
import { ActionForm } from "../../../../../_parts/action-form";
import { Confirm } from "../../../../../_parts/confirm";
import { studyOf } from "../../../../../_parts/desk-data";
import { FormText, Submit } from "../../../../../_parts/form-fields";
import { mayEdit } from "../../may-edit";
import { removeSourceAction, saveSourceAction } from "./actions";

type Props = { params: Promise<{ slug: string; source: string }> };

export default async function SourcePage({ params }: Props) {
  const { slug, source: id } = await params;
  const t = await getTranslations("desk.design.source");
  const study = await studyOf(slug);
  const source = id === "new" ? EMPTY : study.sources.find((one) => one.id === id);
  if (!source || !mayEdit(study)) notFound();
  const about = { study: slug, version: study.version };
  const used = id !== "new" && isUsed(study, id);
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t(id === "new" ? "new" : "edit")}</h2>
      <ActionForm action={saveSourceAction} hidden={{ ...about, id: source.id }}>
        <FormText name="title" label={t("title")} defaultValue={source.title} required maxLength={300} />
        <FormText name="author" label={t("author")} defaultValue={source.author} maxLength={200} />
        <FormText name="editor" label={t("editor")} defaultValue={source.editor} maxLength={200} />
        <FormText name="publisher" label={t("publisher")} defaultValue={source.publisher} maxLength={200} />
        <FormText
          name="published"
          label={t("published")}
          hint={t("published-hint")}
          defaultValue={source.published}
          maxLength={40}
        />
        <FormText
          name="kind"
          label={t("kind")}
          hint={t("kind-hint")}
          defaultValue={source.kind}
          maxLength={80}
        />
        <Submit>{t("save")}</Submit>
      </ActionForm>
      {used ? <p className="font-sans text-base text-muted">{t("used")}</p> : null}
      {id === "new" || used ? null : (
        <Confirm
          action={removeSourceAction}
          hidden={{ ...about, source: source.id }}
          look="danger"
          open={t("remove.open")}
          title={t("remove.title", { title: source.title })}
          what={t("remove.what")}
          confirm={t("remove.confirm")}
          cancel={t("remove.cancel")}
        />
      )}
    </div>
  );
}

const EMPTY: Source = { id: "", title: "", publisher: "", published: "", kind: "" };

const isUsed = ({ items, positions }: DeskStudy, id: string): boolean =>
  items.some((item) => item.sources.includes(id)) || positions.some((position) => position.source === id);
