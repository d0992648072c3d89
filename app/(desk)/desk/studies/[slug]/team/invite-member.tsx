import { getTranslations } from "next-intl/server";
import { ActionForm } from "../../../_parts/action-form";
import { FormSelect, FormText, Submit } from "../../../_parts/form-fields";
import { inviteMemberAction } from "./actions";

/** Lets a colleague in, by address and role. */
export async function InviteMember({ study, mails }: { study: string; mails: boolean }) {
  const t = await getTranslations("desk.team");
  return (
    <section className="max-w-2xl space-y-4">
      <h3 className="text-lg">{t("invite.title")}</h3>
      {mails ? null : <p className="text-muted">{t("invite.no-mail")}</p>}
      <ActionForm action={inviteMemberAction} hidden={{ study }}>
        <FormText name="address" type="email" label={t("invite.address")} required maxLength={320} />
        <FormText name="name" label={t("invite.name")} note={t("invite.optional")} maxLength={200} />
        <FormSelect name="role" label={t("column.role")} defaultValue="facilitator">
          {(["facilitator", "moderator", "observer", "owner"] as const).map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </FormSelect>
        <Submit>{t("invite.submit")}</Submit>
      </ActionForm>
    </section>
  );
}
