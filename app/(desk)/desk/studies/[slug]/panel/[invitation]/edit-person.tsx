import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { RollPerson } from "@/db/queries/roll-person";
import { ActionForm } from "../../../../_parts/action-form";
import { FormArea, FormSelect, FormText, Submit } from "../../../../_parts/form-fields";
import { editPersonAction } from "../actions";

/** Name, language and note; the group as long as no seat can have taken it. */
export async function EditPerson({ study, person }: { study: DeskStudy; person: RollPerson }) {
  const t = await getTranslations("desk.panel.person");
  const { strata } = study.protocol;
  const title = strata.find(({ id }) => id === person.stratum)?.title;
  return (
    <ActionForm
      action={editPersonAction}
      hidden={{ study: study.slug, invitation: person.id }}
      className="max-w-measure space-y-5"
    >
      <FormText name="name" label={t("name")} defaultValue={person.name} maxLength={200} />
      <FormText
        name="language"
        label={t("language")}
        hint={t("language-hint")}
        defaultValue={person.language}
        maxLength={100}
      />
      {study.lockedAt === null && strata.length > 0 ? (
        <FormSelect name="stratum" label={t("stratum")} defaultValue={person.stratum ?? ""}>
          <option value="">{t("no-stratum")}</option>
          {strata.map((stratum) => (
            <option key={stratum.id} value={stratum.id}>
              {stratum.title}
            </option>
          ))}
        </FormSelect>
      ) : strata.length > 0 ? (
        <p className="text-base">{t("stratum-fixed", { stratum: title ?? t("no-stratum") })}</p>
      ) : null}
      <FormArea
        name="note"
        label={t("note")}
        hint={t("note-hint")}
        defaultValue={person.note}
        maxLength={500}
        rows={2}
      />
      <Submit>{t("save")}</Submit>
    </ActionForm>
  );
}
