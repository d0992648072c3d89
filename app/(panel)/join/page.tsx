import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { AskingForm } from "../_parts/asking-form";
import { PanelFrame } from "../_parts/panel-frame";
import { openLinkAction } from "./actions";
import { LinkCode } from "./link-code";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.join");
  // Not "no-referrer": browsers then send no origin with a form, and without script the form would be refused.
  return { title: text("title"), referrer: "same-origin", robots: { index: false } };
}

/** Where a personal link leads. Opening the page changes nothing; its button opens the seat. */
export default async function JoinPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await connection();
  const text = await getTranslations("panel.join");
  const { ended, left, withdrawn } = await searchParams;
  return (
    <PanelFrame>
      <div className="max-w-measure space-y-6">
        <h1>{text("title")}</h1>
        {ended ? <Notice title={text("ended")}>{text("ended-text")}</Notice> : null}
        {left ? (
          <Notice kind="success" title={text("left")}>
            {text("left-text")}
          </Notice>
        ) : null}
        {withdrawn ? (
          <Notice kind="success" title={text("withdrawn")}>
            {text("withdrawn-text")}
          </Notice>
        ) : null}
        <p>{text("lead")}</p>
        <AskingForm action={openLinkAction}>
          <LinkCode label={text("code")} hint={text("code-hint")} recognised={text("recognised")} />
          <Button>{text("open")}</Button>
        </AskingForm>
        <p>
          <Link href="/join/lost" className="link target inline-flex items-center font-sans text-base">
            {text("lost")}
          </Link>
        </p>
      </div>
    </PanelFrame>
  );
}
