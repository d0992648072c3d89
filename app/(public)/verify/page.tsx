import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderPage } from "../_frame/reader-page";
import { VerifyForm } from "./verify-form";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.verify");
  return { title: text("title") };
}

/** Checks a bundle or a digest for readers who have no Node at hand. Nothing that is handed in is kept. */
export default async function VerifyPage() {
  const text = await getTranslations("public.verify");
  return (
    <ReaderPage>
      <div className="prose">
        <h1>{text("title")}</h1>
        <p>{text("lead")}</p>
      </div>
      <div className="mt-8 max-w-measure">
        <VerifyForm
          labels={{
            bundle: text("bundle"),
            bundleHint: text("bundle-hint"),
            digest: text("digest"),
            digestHint: text("digest-hint"),
            send: text("send"),
          }}
          words={{
            holds: text("state.holds"),
            fails: text("state.fails"),
            "not-checked": text("state.not-checked"),
            allHold: text("holds"),
            holdsText: text("holds-text"),
            notAll: text("fails"),
            failsText: text("fails-text"),
            published: text("published"),
            elsewhere: text("elsewhere"),
            unreadable: text("unreadable"),
            known: text("known"),
            knownGo: text("known-go"),
            unknown: text("unknown"),
            unknownText: text("unknown-text"),
            noDigest: text("no-digest"),
            checks: text("checks"),
            notRecomputable: text("not-recomputable"),
            notRecomputableText: text("not-recomputable-text"),
            removed: text("removed"),
          }}
        />
      </div>
      <div className="prose mt-12">
        <h2>{text("command")}</h2>
        <p>
          {text.rich("command-text", { code: (command) => <code className="font-mono">{command}</code> })}
        </p>
      </div>
    </ReaderPage>
  );
}
