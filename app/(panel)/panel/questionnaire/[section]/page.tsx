import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { questionnaire } from "@/db/queries/questionnaire";
import { Button } from "@/ui/button";
import { ownPage } from "../../../_parts/own-page";
import { PanelFrame } from "../../../_parts/panel-frame";
import { ABSTAINED } from "../_parts/form-answers";
import { ItemQuestion } from "../_parts/item-question";
import { questionsOf } from "../_parts/question";
import { type SaveWords, SectionForm } from "../_parts/section-form";
import { SectionHead } from "../_parts/section-head";
import { SectionProgress } from "../_parts/section-progress";
import { Settled } from "../_parts/settled";
import { ALL, shownItems } from "../_parts/shown-items";
import { storageKeyOf } from "../_parts/storage-key";
import { ViewChoice } from "../_parts/view-choice";
import { saveSectionAction } from "../actions";

type Props = {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ one?: string | string[] | undefined }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.frame");
  return { title: text("questionnaire"), robots: { index: false } };
}

/** A page of the questionnaire: its items, how far one is, and the buttons that save and go on. */
export default async function SectionPage({ params, searchParams }: Props) {
  const [{ section: id }, { one }] = await Promise.all([params, searchParams]);
  const { form, seatId } = await ownPage(async (seat) => ({
    form: await questionnaire(seat, id === ALL ? {} : { section: id }),
    seatId: seat.seatId,
  }));
  if (!form?.consented || form.round.state !== "open") redirect("/panel");
  const shown = shownItems(form, id, typeof one === "string" ? one : null);
  if (!shown) notFound();
  const { sections, section, items, places } = shown;
  const isFirst = section === null || items[0] === sections[0]?.items[0];
  return (
    <PanelFrame study={form.study} current="questionnaire">
      <div className="space-y-8">
        <div className="space-y-2">
          <SectionProgress
            form={{ ...form, again: form.round.number > 1 }}
            current={id}
            base="/panel/questionnaire"
          />
          <ViewChoice shown={shown} />
        </div>
        <SectionHead round={form.round} section={section} />
        {isFirst ? <Settled settled={form.settled} /> : null}
        <SectionForm
          action={saveSectionAction}
          hidden={{
            round: form.round.number,
            section: id,
            ...(shown.view === "one" && { one: items[0]!.id }),
          }}
          places={places}
          round={form.round.number}
          within={items.map((item) => item.id)}
          storageKey={`${storageKeyOf(seatId, form.round.number)}${id}${shown.view === "one" ? ` ${items[0]!.id}` : ""}`}
          abstained={ABSTAINED}
          words={await saveWords()}
          buttons={<Buttons isLast={shown.isLast} />}
        >
          {questionsOf(form, items).map((question) => (
            <ItemQuestion key={question.item.id} question={question} />
          ))}
        </SectionForm>
      </div>
    </PanelFrame>
  );
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
