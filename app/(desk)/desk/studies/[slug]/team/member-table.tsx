import { getTranslations } from "next-intl/server";
import type { Member } from "@/db/queries/members";
import { Table } from "@/ui/table";
import { Confirm } from "../../../_parts/confirm";
import { FormSelect } from "../../../_parts/form-fields";
import { changeRoleAction, removeMemberAction } from "./actions";

/** The people at this desk. Their roles and ways out are an owner's to change. */
export async function MemberTable({
  study,
  people,
  owns,
}: {
  study: string;
  people: readonly Member[];
  owns: boolean;
}) {
  const t = await getTranslations("desk.team");
  return (
    <Table
      caption={t("title")}
      captionHidden
      columns={[
        { key: "name", label: t("column.name") },
        { key: "address", label: t("column.address") },
        { key: "role", label: t("column.role") },
        ...(owns ? [{ key: "acts", label: t("column.acts"), labelHidden: true }] : []),
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          name: person.you ? t("you", { name: person.name }) : person.name,
          address: <span className="[overflow-wrap:anywhere]">{person.address}</span>,
          role: t(`role.${person.role}`),
          acts: <Acts study={study} person={person} />,
        },
      }))}
    />
  );
}

async function Acts({ study, person }: { study: string; person: Member }) {
  const t = await getTranslations("desk.team");
  const hidden = { study, member: person.id };
  const { name } = person;
  return (
    <span className="flex flex-wrap gap-x-4">
      <Confirm
        action={changeRoleAction}
        hidden={hidden}
        look="quiet"
        open={t("change.open")}
        title={t("change.title", { name })}
        what={t("change.what")}
        confirm={t("change.confirm")}
        cancel={t("cancel")}
      >
        <FormSelect name="role" label={t("column.role")} defaultValue={person.role}>
          {(["owner", "facilitator", "moderator", "observer"] as const).map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </FormSelect>
      </Confirm>
      <Confirm
        action={removeMemberAction}
        hidden={hidden}
        look="quiet"
        grave
        open={t("remove.open")}
        title={t("remove.title", { name })}
        what={t(person.you ? "remove.what-you" : "remove.what", { name })}
        confirm={t("remove.confirm")}
        cancel={t("cancel")}
      />
    </span>
  );
}
