import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { load } from "@/app/_server/load";
import { pictureWords } from "@/app/_server/picture-words";
import { visitor } from "@/db/actor";
import { results } from "@/db/queries/results";
import { AnswerForm } from "../../../../_answer/answer-form";
import { answerQuestions } from "../../../../_answer/answer-questions";
import { ReaderPage } from "../../../../_frame/reader-page";
import { StudyStrips } from "../../../../_frame/study-strips";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.answer");
  return { title: text("title"), robots: { index: false } };
}

/** Readers answer some of the questions themselves, then see their answers beside the panel's. */
export default async function AnswerPage({ params }: Props) {
  const { slug } = await params;
  const { title, question, simulated, published } = await load(() => results(visitor, { study: slug }));
  const questions = published ? await answerQuestions(published.edition) : [];
  if (questions.length === 0) notFound();
  const text = await getTranslations("public.answer");
  const base = `/studies/${slug}/results`;
  return (
    <ReaderPage
      current="studies"
      context={title}
      strips={<StudyStrips simulated={simulated} rounds={published?.edition.rounds} />}
    >
      <p className="font-sans text-sm text-muted">
        <a href={base} className="link">
          {text("results")}
        </a>
      </p>
      <h1 className="mt-3">{question}</h1>
      <p className="mt-4 max-w-measure">{text("lead", { count: questions.length })}</p>
      <p className="mt-2 mb-10 max-w-measure font-sans text-sm text-muted">{text("private")}</p>
      <noscript>
        <p className="mb-8 border-l-2 border-caution pl-4">{text("no-script")}</p>
      </noscript>
      <AnswerForm
        questions={questions}
        base={base}
        picture={await pictureWords()}
        words={{
          show: text("show"),
          again: text("again"),
          none: text("none"),
          beside: text("beside-title"),
          skipped: text("skipped"),
          more: text("more"),
        }}
      />
    </ReaderPage>
  );
}
