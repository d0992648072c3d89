import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { expertInvitation } from "@/db/queries/invitation";
import { type AskedQuestion, questionsToMe } from "@/db/queries/panel-questions";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";
import { AskForm } from "./ask-form";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.questions");
  return { title: text("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** An expert asks the facilitators without a name, and reads what they answered: to them, or to the whole panel. */
export default async function QuestionsPage({ searchParams }: Props) {
  const [{ content, simulated, positions, concluded, severed }, questions] = await ownPage((seat) =>
    Promise.all([expertInvitation(seat, {}), questionsToMe(seat, {})]),
  );
  const text = await getTranslations("panel.questions");
  const own = questions.filter((question) => question.own);
  const others = questions.filter((question) => !question.own);
  const asked = (await searchParams).asked !== undefined;
  return (
    <PanelFrame study={{ title: content.title, simulated, positions }}>
      <div className="max-w-measure space-y-8">
        <header className="space-y-3">
          <h1>{text("title")}</h1>
          <p>{text("lead")}</p>
        </header>
        {asked ? <Notice kind="success" live title={text("asked")} /> : null}
        {concluded || severed ? (
          <p>{text("ended")}</p>
        ) : (
          <AskForm label={text("label")} hint={text("hint")} ask={text("ask")} />
        )}
        {questions.length === 0 ? <p className="text-base text-muted">{text("none")}</p> : null}
        <Questions title={text("own")} questions={own} />
        <Questions title={text("others")} questions={others} />
        <ButtonLink href="/panel" look="quiet" className="-ml-4">
          {text("back")}
        </ButtonLink>
      </div>
    </PanelFrame>
  );
}

async function Questions({ title, questions }: { title: string; questions: readonly AskedQuestion[] }) {
  const text = await getTranslations("panel.questions");
  if (questions.length === 0) return null;
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{title}</h2>
      <ul className="space-y-5">
        {questions.map(({ id, text: words, answer, own, open, reworded }) => (
          <li key={id} className="space-y-2 border-l-2 border-line pl-4">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{words}</p>
            {reworded ? <p className="font-sans text-sm text-muted">{text("reworded")}</p> : null}
            {answer === null ? (
              <p className="font-sans text-base text-muted">{text("waiting")}</p>
            ) : (
              <>
                <p className="font-sans text-sm font-medium text-muted">
                  {text("answer")}
                  {own ? ` · ${text(open ? "to-all" : "to-you")}` : null}
                </p>
                <p className="whitespace-pre-line [overflow-wrap:anywhere]">{answer}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
