import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Questionnaire, questionnaire } from "@/db/queries/questionnaire";
import { sectionsOf } from "@/delphi/questionnaire";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { ProgressBar, SectionLinks } from "@/ui/progress-bar";
import { ownPage } from "../../../_parts/own-page";
import { PanelFrame } from "../../../_parts/panel-frame";
import { ABSTAINED } from "../_parts/form-answers";
import { ItemQuestion } from "../_parts/item-question";
import { placesOf } from "../_parts/places";
import { progressOf } from "../_parts/progress";
import { questionsOf } from "../_parts/question";
import { type SaveWords, SectionForm } from "../_parts/section-form";
import { sectionWords } from "../_parts/section-words";
import { Settled } from "../_parts/settled";
import { storageKeyOf } from "../_parts/storage-key";
import { saveSectionAction } from "../actions";

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.frame");
  return { title: text("questionnaire"), robots: { index: false } };
}

/** One section of the questionnaire: its items, how far one is, and the buttons that save and go on. */
export default async function SectionPage({ params }: Props) {
  const { section: id } = await params;
  const { form, seatId } = await ownPage(async (seat) => ({
    form: await questionnaire(seat, { section: id }),
    seatId: seat.seatId,
  }));
  if (!form?.consented || form.round.state !== "open") redirect("/panel");
  const sections = sectionsOf(form.items, form.plan);
  const section = sections.find((one) => one.id === id);
  if (!section) notFound();
  const text = await getTranslations("panel");
  const words = await sectionWords();
  const isFirst = section === sections[0];
  return (
    <PanelFrame study={form.study} current="questionnaire">
      <div className="space-y-8">
        <Progress form={form} current={id} />
        <header className="space-y-3">
          <p className="font-sans text-base text-muted">
            {text("questionnaire.round", { round: form.round.number, of: form.round.of })}
          </p>
          <h1>{words.title(section)}</h1>
          <Introduction text={words.introduction(section)} />
        </header>
        {isFirst ? <Settled settled={form.settled} /> : null}
        <SectionForm
          action={saveSectionAction}
          hidden={{ round: form.round.number, section: id }}
          places={placesOf(sections, id)}
          round={form.round.number}
          within={section.items.map((item) => item.id)}
          storageKey={storageKeyOf(seatId, form.round.number) + id}
          abstained={ABSTAINED}
          words={await saveWords()}
          buttons={<Buttons isLast={section === sections.at(-1)} />}
        >
          {questionsOf(form, section.items).map((question) => (
            <ItemQuestion key={question.item.id} question={question} />
          ))}
        </SectionForm>
      </div>
    </PanelFrame>
  );
}

async function Progress({ form, current }: { form: Questionnaire; current: string }) {
  const text = await getTranslations("panel");
  const words = await sectionWords();
  const { sections, answered, questions, minutesLeft } = progressOf(form);
  const shown = sections.map((section) => ({
    key: section.id,
    label: words.title(section),
    href: `/panel/questionnaire/${section.id}`,
    answered: section.answered,
    questions: section.questions,
    current: section.id === current,
  }));
  return (
    <div>
      <ProgressBar
        label={text("questionnaire.progress")}
        text={text("questionnaire.answered", { answered, questions })}
        left={text("questionnaire.left", { minutes: minutesLeft })}
        sections={shown}
      />
      <div className="max-sm:hidden">
        <SectionLinks label={text("questionnaire.sections")} sections={shown} />
      </div>
      <div className="sm:hidden">
        <Disclosure quiet summary={<span className="text-sm">{text("questionnaire.sections")}</span>}>
          <SectionLinks label={text("questionnaire.sections")} sections={shown} />
        </Disclosure>
      </div>
    </div>
  );
}

function Introduction({ text }: { text: string }) {
  return text === "" ? null : <p className="whitespace-pre-line">{text}</p>;
}

async function Buttons({ isLast }: { isLast: boolean }) {
  const text = await getTranslations("panel.questionnaire");
  return (
    <>
      <Button name="go" value="next" className="order-last ml-auto max-sm:px-3">
        {text(isLast ? "save-review" : "save-next")}
      </Button>
      <Button name="go" value="back" look="quiet" className="-ml-4 max-sm:-ml-2 max-sm:px-2">
        {text("back")}
      </Button>
      {isLast ? null : (
        <Button name="go" value="review" look="secondary" className="max-sm:px-3">
          {text("review")}
        </Button>
      )}
    </>
  );
}

async function saveWords(): Promise<SaveWords> {
  const text = await getTranslations("panel.questionnaire.save");
  return {
    "by-button": text("by-button"),
    ready: text("ready"),
    saving: text("saving"),
    saved: text("saved", { time: "{time}" }),
    away: text("away"),
    restored: text("restored"),
  };
}
