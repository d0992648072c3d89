import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { ActionForm } from "../_parts/action-form";
import { FormText, Submit } from "../_parts/form-fields";
import { requestSignInAction } from "./actions";
import { DemoSignIn } from "./demo-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.sign-in");
  return { title: t("title") };
}

export default async function SignInPage() {
  const t = await getTranslations("desk.sign-in");
  const { demo, mail } = environment();
  return (
    <div className="mx-auto max-w-xl space-y-8">
      <h1>{t("title")}</h1>
      {demo ? (
        <section className="space-y-3 rounded-md border border-line bg-card p-6">
          <p>{t("demo.sentence")}</p>
          <DemoSignIn label={t("demo.button")} failed={t("demo.failed")} />
        </section>
      ) : null}
      {mail.kind === "none" ? (
        <p>{t("no-mail")}</p>
      ) : (
        <ActionForm action={requestSignInAction}>
          <p>{t("how")}</p>
          <FormText name="address" type="email" autoComplete="email" required label={t("address")} />
          <Submit look={demo ? "secondary" : "primary"}>{t("send")}</Submit>
        </ActionForm>
      )}
    </div>
  );
}
