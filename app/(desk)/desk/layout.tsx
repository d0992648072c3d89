import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { deskActor } from "@/app/_server/actor";
import { environment } from "@/db/environment";
import { DemoStrip } from "@/ui/demo-strip";
import { Page, PageNav } from "@/ui/page";
import { SignOut } from "./_parts/sign-out";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.frame");
  return { title: { template: `%s · ${t("desk")} · ${t("name")}`, default: t("desk") } };
}

/** The frame of the desk. Whoever stands outside sees the door only; each page asks the data again. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("desk.frame");
  const signedIn = (await deskActor()).kind === "facilitator";
  const { demo } = environment();
  return (
    <Page
      width="full"
      skip={t("skip")}
      home={signedIn ? { href: "/desk", label: t("home") } : { href: "/", label: t("start") }}
      name={t("name")}
      context={t("desk")}
      strips={demo ? <DemoStrip label={t("demo-label")} text={t("demo")} /> : null}
      nav={signedIn ? <DeskNav demo={demo} /> : null}
    >
      {children}
    </Page>
  );
}

async function DeskNav({ demo }: { demo: boolean }) {
  const t = await getTranslations("desk.frame");
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <PageNav
        label={t("nav")}
        links={[
          { href: "/desk", label: t("studies") },
          ...(demo ? [{ href: "/desk/outbox" as const, label: t("outbox") }] : []),
          { href: "/desk/account", label: t("account") },
          { href: "/", label: t("public") },
        ]}
      />
      <SignOut label={t("sign-out")} />
    </div>
  );
}
