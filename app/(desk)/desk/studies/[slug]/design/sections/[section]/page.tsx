import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ORDERS } from "@/delphi/item-order";
import type { PlannedSection } from "@/delphi/questionnaire-plan";
import { ActionForm } from "../../../../../_parts/action-form";
import { Confirm } from "../../../../../_parts/confirm";
import { studyOf } from "../../../../../_parts/desk-data";
import { FormArea, FormRadios, FormText, Submit } from "../../../../../_parts/form-fields";
import { mayEdit } from "../../may-edit";
import { removeSectionAction, saveSectionAction } from "../section-actions";

type Props = { params: Promise<{ slug: string; section: string }> };

/** A section of the questionnaire to write or to change; "new" in the address begins one. */
export default async function SectionPage({ params }: Props) {
  const { slug, section: id } = await params;
  const t = await getTranslations("desk.design.section");
  const study = await studyOf(slug);
  const section = id === "new" ? EMPTY : study.protocol.questionnaire?.sections.find((one) => one.id === id);
  if (!section || !mayEdit(study)) notFound();
  const about = { study: slug, version: study.version };
  const items = study.items.filter((item) => item.section === id).length;
  return (
    <div className="max-w-2xl space-y-8">
      <h2 className="text-xl">{t(id === "new" ? "new" : "edit")}</h2>
      <ActionForm action={saveSectionAction} hidden={{ ...about, id: section.id }}>
        <FormText name="title" label={t("title")} defaultValue={section.title} required maxLength={120} />
        <FormArea
          name="introduction"
          label={t("introduction")}
          hint={t("introduction-hint")}
          note={t("optional")}
          defaultValue={section.introduction}
          maxLength={2000}
        />
        <FormRadios
          name="order"
          legend={t("order.legend")}
          defaultValue={section.order}
          choices={[
            { value: "fixed", label: t("order.fixed") },
            {
              value: "shuffled",
              label: t("order.shuffled"),
              hint: t("order.shuffled-hint", { orders: ORDERS }),
            },
          ]}
        />
        <Submit>{t("save")}</Submit>
      </ActionForm>
      {id === "new" ? null : (
        <Confirm
          action={removeSectionAction}
          hidden={{ ...about, section: id }}
          look="danger"
          open={t("remove.open")}
          title={t("remove.title", { title: section.title })}
          what={t("remove.what", { items })}
          confirm={t("remove.confirm")}
          cancel={t("remove.cancel")}
        />
      )}
    </div>
  );
}

const EMPTY: PlannedSection = { id: "", title: "", introduction: "", order: "fixed" };
