import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { ButtonLink } from "@/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.sign-in.sent");
  return { title: t("title") };
}

/** The same page for every address, so that nobody learns who is on the roll. */
export default async function SentPage() {
  const t = await getTranslations("desk.sign-in.sent");
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <h1>{t("title")}</h1>
      <p>{t("sentence")}</p>
      {environment().demo ? <p>{t("demo")}</p> : null}
      <ButtonLink href="/desk/sign-in" look="secondary">
        {t("again")}
      </ButtonLink>
    </div>
  );
}
