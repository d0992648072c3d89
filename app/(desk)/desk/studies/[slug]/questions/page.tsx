import { getTranslations } from "next-intl/server";
import { panelQuestions } from "@/db/queries/panel-questions";
import { deskData } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { QuestionCard } from "./question-card";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** What the panel asked, without anything that tells who; those without an answer come first. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.questions");
  const questions = await deskData((actor) => panelQuestions(actor, { study: slug }));
  return (
    <div className="space-y-6">
      <DoneNotice search={searchParams} />
      <h2 className="text-xl">{t("title")}</h2>
      <p className="max-w-measure text-base">{t("lead")}</p>
      {questions.length === 0 ? (
        <p className="font-sans text-base text-muted">{t("none")}</p>
      ) : (
        <ul className="max-w-measure space-y-6">
          {questions.map((question) => (
            <li key={question.id} className="rounded-md border border-line bg-card px-5 py-4">
              <QuestionCard study={slug} question={question} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
