import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { ownAccount } from "@/db/queries/own-account";
import { ActionForm } from "../_parts/action-form";
import { deskData } from "../_parts/desk-data";
import { DoneNotice, type Search } from "../_parts/done-notice";
import { Submit } from "../_parts/form-fields";
import { beginAction, endSessionsAction } from "./actions";
import { SetUp } from "./set-up";
import { TurnOff } from "./turn-off";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.account");
  return { title: t("title") };
}

type Factor = Awaited<ReturnType<typeof ownAccount>>["factor"];

/** One's own account: who one is here, the second factor, and the sessions on other devices. */
export default async function AccountPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("desk.account");
  const { name, address, factor } = await deskData((actor) => ownAccount(actor, {}));
  return (
    <div className="max-w-2xl space-y-10">
      <div>
        <DoneNotice search={searchParams} />
        <h1>{t("title")}</h1>
        <p className="mt-4">{t("who", { name, address })}</p>
      </div>
      <section className="space-y-5">
        <h2>{t("factor.title")}</h2>
        <SecondFactor factor={factor} />
      </section>
      <section className="space-y-5">
        <h2>{t("sessions.title")}</h2>
        <p>{t("sessions.text")}</p>
        <ActionForm action={endSessionsAction}>
          <Submit look="secondary">{t("sessions.end")}</Submit>
        </ActionForm>
      </section>
    </div>
  );
}

async function SecondFactor({ factor }: { factor: Factor }) {
  const t = await getTranslations("desk.account.factor");
  const { day } = await dates();
  // One place in the tree for "begun" and "on": the form that turns it on stays to show the recovery codes.
  if (factor.state === "off")
    return (
      <>
        <p>{t("off")}</p>
        <ActionForm action={beginAction}>
          <Submit>{t("begin")}</Submit>
        </ActionForm>
      </>
    );
  return (
    <SetUp
      device={factor.state === "begun" ? { uri: factor.uri, secret: factor.secret } : null}
      words={{
        how: t("how"),
        picture: t("picture"),
        secret: t("secret"),
        code: t("code"),
        turnOn: t("turn-on"),
        codes: t("codes"),
        codesText: t("codes-text"),
      }}
    >
      {factor.state === "on" ? (
        <>
          <p>{t("on", { since: day(factor.since), left: factor.codesLeft })}</p>
          <TurnOff words={{ code: t("code-or-recovery"), turnOff: t("turn-off") }} />
        </>
      ) : null}
    </SetUp>
  );
}
