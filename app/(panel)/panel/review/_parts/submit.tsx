import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { submitAction } from "../actions";
import { SubmitForm } from "./submit-form";

/** The end of the review: submit, with one question first if something is open. */
export async function Submit({
  form,
  open,
  ask,
  submitted,
}: {
  form: Questionnaire;
  open: number;
  /** The question was asked for. */
  ask: boolean;
  submitted: boolean;
}) {
  const text = await getTranslations("panel.review");
  const submit = (label: string) => (
    <SubmitForm
      action={submitAction}
      round={form.round.number}
      words={{ submit: label, sending: text("sending"), away: text("away") }}
    />
  );
  const label = text(form.submission ? "resubmit" : "submit", { round: form.round.number });
  return (
    <section id="submit" className="scroll-mt-6 space-y-5 border-t border-ink pt-6">
      {form.answers.length === 0 ? (
        <>
          <p>{text("nothing")}</p>
          <ButtonLink href="/panel/questionnaire">{text("questionnaire")}</ButtonLink>
        </>
      ) : submitted ? (
        <>
          <Notice kind="success" title={text("submitted")}>
            <p>{text("submitted-text")}</p>
          </Notice>
          <ButtonLink href="/panel/receipt">{text("receipt")}</ButtonLink>
        </>
      ) : open === 0 ? (
        submit(label)
      ) : ask ? (
        <Notice kind="caution" title={text("ask", { open })}>
          <p>{text("ask-text")}</p>
          <div className="flex flex-wrap gap-3 pt-2">
            {submit(text("submit-open", { open }))}
            <ButtonLink href="/panel/questionnaire" look="secondary">
              {text("go-back")}
            </ButtonLink>
          </div>
        </Notice>
      ) : (
        <ButtonLink href="/panel/review?ask=1#submit">{label}</ButtonLink>
      )}
    </section>
  );
}
