import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Page, PageNav, type PageWidth } from "@/ui/page";

export type ReaderFrameProps = {
  /** The place in the head's navigation that this page is. */
  current?: "studies" | "method";
  context?: ReactNode;
  width?: PageWidth;
  strips?: ReactNode;
  children: ReactNode;
};

/** Head and foot of every page for readers. Reads neither the database nor the environment. */
export async function ReaderFrame({ current, context, width, strips, children }: ReaderFrameProps) {
  const frame = await getTranslations("shared.frame");
  const text = await getTranslations("public.frame");
  return (
    <Page
      skip={frame("skip")}
      home={{ href: "/", label: frame("home") }}
      name={frame("name")}
      context={context}
      width={width}
      strips={strips}
      nav={
        <PageNav
          label={text("nav")}
          links={[
            { href: "/studies", label: text("studies"), current: current === "studies" },
            { href: "/method", label: text("method"), current: current === "method" },
          ]}
        />
      }
      footer={
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
          <p className="max-w-measure">{text("about")}</p>
          <PageNav
            label={text("more")}
            links={[
              { href: "/privacy", label: text("privacy") },
              { href: "/verify", label: text("verify") },
              { href: "/join", label: text("join") },
              { href: "/desk", label: text("desk") },
            ]}
          />
        </div>
      }
    >
      {children}
    </Page>
  );
}
