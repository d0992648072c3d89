import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RedeemLink } from "./redeem-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.sign-in.confirm");
  return { title: t("title") };
}

/** Where the mail's link leads. Opening it uses nothing up; the button does. */
export default async function ConfirmPage() {
  const t = await getTranslations("desk.sign-in.confirm");
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <h1>{t("title")}</h1>
      <RedeemLink
        words={{
          ready: t("ready"),
          button: t("button"),
          missing: t("missing"),
          refused: t("refused"),
          again: t("again"),
          factor: t("factor"),
          code: t("code"),
          wrong: t("wrong"),
          tooMany: t("too-many"),
        }}
      />
      <noscript>
        <p>{t("no-script")}</p>
      </noscript>
    </div>
  );
}
