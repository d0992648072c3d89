import { getTranslations } from "next-intl/server";
import type { RollPerson } from "@/db/queries/roll-person";
import { Confirm } from "../../../../_parts/confirm";
import { FormText } from "../../../../_parts/form-fields";
import { bouncedAction, changeAddressAction, pauseAction, replaceAction, revokeAction } from "../actions";

type Props = { study: string; person: RollPerson };

export async function ChangeAddress({ study, person }: Props) {
  const t = await getTranslations("desk.panel.address");
  const name = person.name || person.address;
  return (
    <Confirm
      action={changeAddressAction}
      hidden={{ study, invitation: person.id }}
      look="quiet"
      grave
      open={t("open")}
      title={t("title", { name })}
      what={t("what")}
      confirm={t("confirm")}
      cancel={t("cancel")}
    >
      <FormText
        name="address"
        type="email"
        label={t("label")}
        hint={t("hint")}
        defaultValue={person.address}
      />
    </Confirm>
  );
}

export async function Revoke({ study, person }: Props) {
  const t = await getTranslations("desk.panel.revoke");
  const name = person.name || person.address;
  return (
    <Confirm
      action={revokeAction}
      hidden={{ study, invitation: person.id }}
      look="quiet"
      grave
      open={t("open")}
      title={t("title", { name })}
      what={t("what", { name })}
      confirm={t("confirm")}
      cancel={t("cancel")}
    />
  );
}

export async function Pause({ study, person }: Props) {
  const t = await getTranslations(person.paused ? "desk.panel.resume" : "desk.panel.pause");
  return (
    <Confirm
      action={pauseAction}
      hidden={{ study, invitation: person.id, paused: person.paused ? "no" : "yes" }}
      look="secondary"
      open={t("open")}
      title={t("title", { name: person.name || person.address })}
      what={t("what")}
      confirm={t("confirm")}
      cancel={t("cancel")}
    />
  );
}

/** Between rounds only: in an open one there is no button, and a sentence says when. */
export async function Replace({ study, person }: Props) {
  const t = await getTranslations("desk.panel.replace");
  if (person.revoked) return null;
  if (person.roundOpen) return <p className="w-full max-w-measure text-base text-muted">{t("later")}</p>;
  return (
    <Confirm
      action={replaceAction}
      hidden={{ study, invitation: person.id }}
      look="secondary"
      grave
      open={t("open")}
      title={t("title", { name: person.name || person.address })}
      what={t("what", { name: person.name || person.address })}
      confirm={t("confirm")}
      cancel={t("cancel")}
    >
      <FormText name="name" label={t("name")} maxLength={200} />
      <FormText name="address" type="email" label={t("address")} required />
    </Confirm>
  );
}

export async function Bounced({ study, person }: Props) {
  const mended = person.bounced !== "";
  const t = await getTranslations(mended ? "desk.panel.mend" : "desk.panel.bounce");
  return (
    <Confirm
      action={bouncedAction}
      hidden={{ study, invitation: person.id, bounced: mended ? "no" : "yes" }}
      look="secondary"
      open={t("open")}
      title={t("title", { address: person.address })}
      what={t("what")}
      confirm={t("confirm")}
      cancel={t("cancel")}
    >
      {mended ? null : <FormText name="said" label={t("said")} hint={t("said-hint")} maxLength={300} />}
    </Confirm>
  );
}
