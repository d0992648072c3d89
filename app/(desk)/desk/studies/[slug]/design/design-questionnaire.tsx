import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { minutesFor, unplanned } from "@/delphi/questionnaire";
import type { PlannedSection } from "@/delphi/questionnaire-plan";
import { ButtonLink } from "@/ui/button";
import { ActionForm } from "../../../_parts/action-form";
import { FormSelect, Submit } from "../../../_parts/form-fields";
import { mayEdit } from "./may-edit";
import { moveSectionAction, orderRestAction } from "./sections/section-actions";

/** How the items become a questionnaire: its sections, the order of what is in none, and how long it takes. */
export async function DesignQuestionnaire({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.design.questionnaire");
  const plan = study.protocol.questionnaire ?? unplanned;
  const edits = mayEdit(study);
  const runs = study.role === "owner" || study.role === "facilitator";
  return (
    <section id="questionnaire" className="scroll-mt-6 space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4 border-b border-line pb-2">
        <h3 className="text-xl">{t("title")}</h3>
        <div className="flex flex-wrap gap-2">
          {runs && study.items.length > 0 ? (
            <ButtonLink href={`/desk/studies/${study.slug}/preview`} look="secondary">
              {t("preview")}
            </ButtonLink>
          ) : null}
          {edits ? (
            <ButtonLink href={`/desk/studies/${study.slug}/design/sections/new`} look="secondary">
              {t("add")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <p className="max-w-measure">{t("minutes", { minutes: minutesFor(study.items) })}</p>
      <p className="max-w-measure text-base text-muted">{t(plan.sections.length > 0 ? "how" : "none")}</p>
      {plan.sections.length > 0 ? (
        <ol className="border-t border-line">
          {plan.sections.map((section) => (
            <li key={section.id} className="border-b border-line py-3">
              <SectionRow study={study} section={section} />
            </li>
          ))}
        </ol>
      ) : null}
      {edits ? (
        <RestOrder study={study} order={plan.order} />
      ) : plan.order === "shuffled" ? (
        <p className="max-w-measure text-base">{t("rest-shuffled")}</p>
      ) : null}
    </section>
  );
}

async function SectionRow({ study, section }: { study: DeskStudy; section: PlannedSection }) {
  const t = await getTranslations("desk.design.questionnaire");
  const items = study.items.filter((item) => item.section === section.id);
  const about = { study: study.slug, version: study.version, section: section.id };
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
      <div className="min-w-0 max-w-measure space-y-1">
        <p className="font-semibold">{section.title}</p>
        {section.introduction ? (
          <p className="text-base whitespace-pre-line">{section.introduction}</p>
        ) : null}
        <p className="font-sans text-sm text-muted">
          {t("section", { items: items.length, minutes: minutesFor(items) })} · {t(`order.${section.order}`)}
        </p>
      </div>
      {mayEdit(study) ? (
        <div className="flex flex-wrap items-center gap-1">
          <Link
            className="link target inline-flex items-center px-3 font-sans text-base"
            href={`/desk/studies/${study.slug}/design/sections/${section.id}`}
          >
            {t("edit")}
          </Link>
          <ActionForm action={moveSectionAction} hidden={{ ...about, by: -1 }}>
            <Submit look="quiet" aria-label={t("up", { title: section.title })}>
              ↑
            </Submit>
          </ActionForm>
          <ActionForm action={moveSectionAction} hidden={{ ...about, by: 1 }}>
            <Submit look="quiet" aria-label={t("down", { title: section.title })}>
              ↓
            </Submit>
          </ActionForm>
        </div>
      ) : null}
    </div>
  );
}

async function RestOrder({ study, order }: { study: DeskStudy; order: string }) {
  const t = await getTranslations("desk.design.questionnaire");
  return (
    <ActionForm
      action={orderRestAction}
      hidden={{ study: study.slug, version: study.version }}
      className="flex max-w-2xl flex-wrap items-end gap-3"
    >
      <FormSelect name="order" label={t("rest")} defaultValue={order}>
        <option value="fixed">{t("order.fixed")}</option>
        <option value="shuffled">{t("order.shuffled")}</option>
      </FormSelect>
      <Submit look="secondary">{t("save")}</Submit>
    </ActionForm>
  );
}
