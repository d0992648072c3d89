import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Letter, letter } from "@/db/queries/letter";
import { ButtonLink } from "@/ui/button";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";
import { LetterQuestion } from "./_parts/letter-question";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.letter");
  return { title: text("name"), robots: { index: false } };
}

/** A letter to one expert about the closed rounds, behind their link and never mailed; made to be printed. */
export default async function LetterPage() {
  const read = await ownPage((seat) => letter(seat, {}));
  const text = await getTranslations("panel.letter");
  const { study, rounds, submitted } = read;
  return (
    <PanelFrame study={study}>
      <article className="max-w-measure space-y-10 print:max-w-none print:space-y-6">
        <header className="space-y-4">
          <p className="font-sans text-sm text-muted">{study.title}</p>
          <h1>
            {text(study.concluded ? "title-end" : "title", {
              round: rounds.at(-1) ?? 0,
              rounds: rounds.length,
            })}
          </h1>
          {rounds.length === 0 ? null : <p>{study.question}</p>}
        </header>
        {submitted.length === 0 ? (
          <>
            <p>{text(rounds.length === 0 ? "no-round" : "no-answers")}</p>
            <ButtonLink href="/panel">{text("overview")}</ButtonLink>
          </>
        ) : (
          <Body letter={read} />
        )}
      </article>
    </PanelFrame>
  );
}

async function Body({ letter: { study, rounds, submitted, group, items, texts } }: { letter: Letter }) {
  const text = await getTranslations("panel.letter");
  const answered = items.filter(({ parts }) => parts.some(({ own }) => own.length > 0));
  return (
    <>
      <div className="space-y-4">
        <p>{text("thanks", { submitted: submitted.length, rounds: rounds.length })}</p>
        <p>{text("how")}</p>
        <p className="screen-only font-sans text-sm text-muted">{text("print")}</p>
      </div>
      <section>
        <h2>{text("answers")}</h2>
        {group ? <p className="mt-2 font-sans text-sm text-muted">{text("group", { group })}</p> : null}
        <ol className="mt-4 border-t border-line">
          {answered.map((one) => (
            <LetterQuestion key={one.item.id} one={one} study={study} group={group} />
          ))}
        </ol>
      </section>
      <section className="space-y-3">
        <h2>{text("words")}</h2>
        <p>{text(texts.length === 0 ? "words-none" : "words-lead", { count: texts.length })}</p>
        <ul className="space-y-4">
          {texts.map((one) => (
            <li key={`${one.round} ${one.item} ${one.text}`} className="border-l-2 border-you pl-4">
              <blockquote className="text-base whitespace-pre-line">{one.text}</blockquote>
              <p className="font-sans text-sm text-muted">
                {text(one.edited ? "words-edited" : "words-where", { round: one.round, title: one.title })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <p className="font-sans text-sm text-muted">{text("foot", { slug: study.slug })}</p>
    </>
  );
}
