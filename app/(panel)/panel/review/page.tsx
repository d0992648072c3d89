import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Questionnaire, questionnaire } from "@/db/queries/questionnaire";
import { openParts } from "@/delphi/answer";
import { isUnfinished } from "@/delphi/one-answer";
import { sectionsOf } from "@/delphi/questionnaire";
import { Notice } from "@/ui/notice";
import { ownPage } from "../../_parts/own-page";
import { PanelFrame } from "../../_parts/panel-frame";
import { sectionWords } from "../questionnaire/_parts/section-words";
import { storageKeyOf } from "../questionnaire/_parts/storage-key";
import { AnswerList } from "./_parts/answer-list";
import { KeepAll } from "./_parts/keep-all";
import { SendKept } from "./_parts/send-kept";
import { Submit } from "./_parts/submit";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("panel.questionnaire");
  return { title: text("review"), robots: { index: false } };
}

/** Everything as it stands before it is submitted: what is open, and the way to each answer. */
export default async function ReviewPage({ searchParams }: Props) {
  const { form, seatId } = await ownPage(async (seat) => ({
    form: await questionnaire(seat, { section: "" }),
    seatId: seat.seatId,
  }));
  if (!form?.consented || form.round.state !== "open") redirect("/panel");
  const { ask, kept } = await searchParams;
  const text = await getTranslations("panel");
  const words = await sectionWords();
  const unfinished = form.items.filter((item) => isUnfinished(item, form.answers));
  const open = new Set(openParts(form.items, form.answers).map((place) => place.item));
  return (
    <PanelFrame study={form.study} current="questionnaire">
      <SendKept under={storageKeyOf(seatId, form.round.number)} />
      <div className="space-y-12">
        <header className="max-w-measure space-y-4">
          <h1>{text("review.title", { round: form.round.number })}</h1>
          {isSubmitted(form) ? null : <p>{text("review.lead")}</p>}
          {kept ? <Notice kind="success" title={text("review.kept")} /> : null}
          <p>
            {open.size === 0 ? (
              text("review.all-answered")
            ) : (
              <>
                <strong className="font-semibold">{text("review.open", { open: open.size })}</strong>{" "}
                {text("review.open-text")}
              </>
            )}
          </p>
          <KeepAll form={form} open={open} />
        </header>
        {sectionsOf(form.items, form.plan).map((section) => (
          <section key={section.id} className="space-y-3">
            <h2 className="text-xl">{words.title(section)}</h2>
            <AnswerList form={form} section={section} open={open} />
          </section>
        ))}
        <Submit
          form={form}
          open={open.size}
          unfinished={unfinished}
          ask={ask !== undefined}
          submitted={isSubmitted(form)}
        />
      </div>
    </PanelFrame>
  );
}

const isSubmitted = (form: Questionnaire): boolean => form.submission !== null && !form.unsubmitted;
