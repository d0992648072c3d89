import { getTranslations } from "next-intl/server";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Item } from "@/delphi/item";
import { leadIn } from "@/delphi/lead-in";
import { sectionsOf } from "@/delphi/questionnaire";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { submitAction } from "../actions";
import { lackingIn } from "./lacking";
import { SubmitForm } from "./submit-form";

/** The end of the review: submit, with one question first if something is open. */
export async function Submit({
  form,
  open,
  unfinished,
  ask,
  submitted,
}: {
  form: Questionnaire;
  open: number;
  /** Items whose answer was begun and is not whole; nothing can be submitted with them. */
  unfinished: readonly Item[];
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
      ) : unfinished.length > 0 ? (
        <Unfinished form={form} items={unfinished} />
      ) : open === 0 ? (
        submit(label)
      ) : ask ? (
        <Notice kind="caution" title={text("ask", { open })}>
          <p>{text("ask-text", { open })}</p>
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

/** What has to be finished first, each with the way there. */
async function Unfinished({ form, items }: { form: Questionnaire; items: readonly Item[] }) {
  const text = await getTranslations("panel.review");
  const sections = sectionsOf(form.items, form.plan);
  const lacking = await Promise.all(items.map((item) => lackingIn(item, form.answers)));
  return (
    <Notice kind="caution" title={text("unfinished", { count: items.length })}>
      <ul className="space-y-1">
        {items.map((item, at) => (
          <li key={item.id}>
            <a
              href={`/panel/questionnaire/${sections.find((one) => one.items.includes(item))?.id}#${item.id}`}
              className="link"
            >
              {item.title}
            </a>
            {leadIn(item.title).slice(item.title.length)} {lacking[at]!.join(" ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
