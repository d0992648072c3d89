import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { PanelFrame } from "../_parts/panel-frame";
import { PersonForm } from "./person-form";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.person");
  return { title: text("title"), referrer: "same-origin", robots: { index: false } };
}

const WORDS = [
  "code",
  "code-hint",
  "recognised",
  "open",
  "decline",
  "decline-text",
  "reason",
  "reason-hint",
  "decline-act",
  "declined",
  "declined-text",
  "undecline",
  "reminders",
  "reminders-text",
  "stop",
  "stopped-text",
  "remind",
  "named",
  "named-text",
  "name",
  "name-act",
  "unname",
  "asked",
  "asked-text",
  "ask",
  "asked-yes",
  "unask",
  "replace",
  "replace-text",
  "replace-act",
] as const;
export type PersonWords = Readonly<Record<(typeof WORDS)[number], string>>;

/** For what concerns the person: it reads no seat's cookie and leads to no answer. Only a click changes anything. */
export default async function PersonPage() {
  await connection();
  const text = await getTranslations("panel.person");
  const words = Object.fromEntries(WORDS.map((word) => [word, text(word)])) as PersonWords;
  return (
    <PanelFrame>
      <div className="max-w-measure space-y-6">
        <h1>{text("title")}</h1>
        <p>{text("lead")}</p>
        <PersonForm words={words} />
        <p className="text-base text-muted">{text("apart")}</p>
      </div>
    </PanelFrame>
  );
}
