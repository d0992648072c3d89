import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "@/app/(public)/_frame/demo-banner";
import { SimulatedStrip } from "@/app/(public)/_frame/simulated-strip";
import { environment } from "@/db/environment";
import { Page, PageNav, type PageWidth } from "@/ui/page";

export type Place = "overview" | "positions" | "questionnaire" | "receipt";

/** Head and foot of the expert's pages. With a study its places stand in the head; before, there are none. */
export async function PanelFrame({
  study,
  current,
  width,
  foot,
  children,
}: {
  study?: { readonly title: string; readonly simulated: boolean; readonly positions: number };
  current?: Place;
  width?: PageWidth;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const frame = await getTranslations("shared.frame");
  const text = await getTranslations("panel.frame");
  return (
    <Page
      skip={frame("skip")}
      home={study ? { href: "/panel", label: text("overview") } : { href: "/", label: frame("home") }}
      name={frame("name")}
      context={study?.title}
      width={width}
      strips={
        <>
          {environment().demo ? <DemoBanner /> : null}
          {study?.simulated ? <SimulatedStrip /> : null}
        </>
      }
      nav={
        study ? (
          <PageNav
            label={text("nav")}
            links={[
              { href: "/panel", label: text("overview"), current: current === "overview" },
              ...(study.positions > 0
                ? ([
                    { href: "/panel/positions", label: text("positions"), current: current === "positions" },
                  ] as const)
                : []),
            ]}
          />
        ) : undefined
      }
      footer={
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
          <PageNav label={text("more")} links={[{ href: "/privacy", label: text("privacy") }]} />
          {foot}
        </div>
      }
    >
      {children}
    </Page>
  );
}
