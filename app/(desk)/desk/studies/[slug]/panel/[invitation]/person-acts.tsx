import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { RollPerson } from "@/db/queries/roll-person";
import type { FormAction } from "../../../../_parts/action-form";
import { Confirm } from "../../../../_parts/confirm";
import { FormText } from "../../../../_parts/form-fields";
import { bouncedAction, changeAddressAction, pauseAction, replaceAction, revokeAction } from "../actions";

type Props = { study: string; person: RollPerson };

/** An act about one person, asked once in the words of `desk.panel.<words>`. */
async function Act({
  study,
  person,
  words,
  action,
  also = {},
  look = "secondary",
  grave = false,
  children,
}: Props & {
  words: "address" | "revoke" | "resume" | "pause" | "replace" | "mend" | "bounce";
  action: FormAction;
  /** Further values that go along. */
  also?: Readonly<Record<string, string>>;
  look?: "secondary" | "quiet";
  grave?: boolean;
  children?: ReactNode;
}) {
  const t = await getTranslations(`desk.panel.${words}`);
  const about = { name: person.name || person.address, address: person.address };
  return (
    <Confirm
      action={action}
      hidden={{ study, invitation: person.id, ...also }}
      look={look}
      grave={grave}
      open={t("open")}
      title={t("title", about)}
      what={t("what", about)}
      confirm={t("confirm")}
      cancel={t("cancel")}
    >
      {children}
    </Confirm>
  );
}

export async function ChangeAddress(props: Props) {
  const t = await getTranslations("desk.panel.address");
  return (
    <Act {...props} words="address" action={changeAddressAction} look="quiet" grave>
      <FormText
        name="address"
        type="email"
        label={t("label")}
        hint={t("hint")}
        defaultValue={props.person.address}
      />
    </Act>
  );
}

export const Revoke = (props: Props) => (
  <Act {...props} words="revoke" action={revokeAction} look="quiet" grave />
);

export function Pause(props: Props) {
  const { paused } = props.person;
  return (
    <Act
      {...props}
      words={paused ? "resume" : "pause"}
      action={pauseAction}
      also={{ paused: paused ? "no" : "yes" }}
    />
  );
}

/** Between rounds only: in an open one there is no button, and a sentence says when. */
export async function Replace(props: Props) {
  const t = await getTranslations("desk.panel.replace");
  if (props.person.revoked) return null;
  if (props.person.roundOpen)
    return <p className="w-full max-w-measure text-base text-muted">{t("later")}</p>;
  return (
    <Act {...props} words="replace" action={replaceAction} grave>
      <FormText name="name" label={t("name")} maxLength={200} />
      <FormText name="address" type="email" label={t("address")} required />
    </Act>
  );
}

export async function Bounced(props: Props) {
  const mended = props.person.bounced !== "";
  const t = await getTranslations("desk.panel.bounce");
  return (
    <Act
      {...props}
      words={mended ? "mend" : "bounce"}
      action={bouncedAction}
      also={{ bounced: mended ? "no" : "yes" }}
    >
      {mended ? null : <FormText name="said" label={t("said")} hint={t("said-hint")} maxLength={300} />}
    </Act>
  );
}
