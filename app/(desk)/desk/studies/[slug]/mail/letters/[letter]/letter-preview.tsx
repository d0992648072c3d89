import { getTranslations } from "next-intl/server";
import { written } from "@/jobs/letters/mail";
import type { Composed } from "@/jobs/letters/panel-letter";
import { Disclosure } from "@/ui/disclosure";

/** A letter as its reader sees it, filled with an example, and the same as plain text. Its links lead nowhere. */
export async function LetterPreview({ letter }: { letter: Composed }) {
  const t = await getTranslations("desk.mail.preview");
  return (
    <section className="space-y-3">
      <h3 className="font-sans text-base font-medium">{t("title")}</h3>
      <div className="space-y-4 rounded-md border border-line bg-card p-6 [overflow-wrap:anywhere]">
        <p className="border-b border-line pb-3 font-sans text-base font-semibold">{letter.subject}</p>
        {letter.blocks.map((block, at) => {
          const key = `${at} ${block.kind}`;
          if (block.kind === "question")
            return (
              <blockquote key={key} className="border-l-4 border-line pl-4 whitespace-pre-line">
                {block.text}
              </blockquote>
            );
          if (block.kind === "link")
            return (
              <p key={key} className="font-sans text-base text-accent underline underline-offset-4">
                {block.label}
              </p>
            );
          if (block.kind === "code")
            return (
              <p key={key} className="font-mono text-base">
                {block.text}
              </p>
            );
          return (
            <p key={key} className="font-sans text-base whitespace-pre-line">
              {block.text}
            </p>
          );
        })}
      </div>
      <Disclosure summary={t("plain")}>
        <p className="pb-4 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {written(letter.blocks).text}
        </p>
      </Disclosure>
    </section>
  );
}
