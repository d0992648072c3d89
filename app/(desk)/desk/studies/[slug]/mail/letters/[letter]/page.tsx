import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { exampleLetter } from "@/db/queries/example-letter";
import { PLACEHOLDERS, StudyLetter } from "@/delphi/letter";
import { composedLetter, usualWords } from "@/jobs/letters/panel-letter";
import { ActionForm } from "../../../../../_parts/action-form";
import { Confirm } from "../../../../../_parts/confirm";
import { deskData } from "../../../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../../../_parts/done-notice";
import { FormArea, FormText, Submit } from "../../../../../_parts/form-fields";
import { resetLetterAction, saveLetterAction, testLetterAction } from "../../actions";
import { LetterPreview } from "./letter-preview";

type Props = { params: Promise<{ slug: string; letter: string }>; searchParams: Search };

/** The words of one letter, with what an expert would read of them, and a way to have it sent to oneself. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { slug, letter: given } = await params;
  const known = StudyLetter.safeParse(given);
  if (!known.success) notFound();
  const letter = known.data;
  const t = await getTranslations("desk.mail");
  const example = await deskData((actor) => exampleLetter(actor, { study: slug, letter }));
  const words = example.template ?? usualWords(letter);
  const composed = composedLetter(letter, example, environment().url);
  const hidden = { study: slug, letter };
  return (
    <div className="space-y-8">
      <DoneNotice search={searchParams} />
      <div className="space-y-3">
        <p>
          <Link className="link font-sans text-base" href={`/desk/studies/${slug}/mail`}>
            {t("back")}
          </Link>
        </p>
        <h2 className="text-xl">{t(`letter.${letter}`)}</h2>
        <p className="max-w-measure">
          {t(`leaves.${letter}`)} {t("edit.always")}
        </p>
      </div>
      <div className="grid gap-10 lg:grid-cols-2">
        <div className="space-y-6">
          <ActionForm action={saveLetterAction} hidden={hidden} className="space-y-5">
            <FormText name="subject" label={t("edit.subject")} maxLength={200} defaultValue={words.subject} />
            <FormArea
              name="body"
              label={t("edit.body")}
              hint={t("edit.body-hint")}
              rows={16}
              maxLength={8000}
              defaultValue={words.body}
            />
            <Submit>{t("edit.save")}</Submit>
          </ActionForm>
          <Placeholders letter={letter} />
          {example.template ? (
            <Confirm
              action={resetLetterAction}
              hidden={hidden}
              look="secondary"
              open={t("edit.reset.open")}
              title={t("edit.reset.title")}
              what={t("edit.reset.what")}
              confirm={t("edit.reset.confirm")}
              cancel={t("edit.reset.cancel")}
            />
          ) : null}
        </div>
        <div className="space-y-6">
          {composed ? <LetterPreview letter={composed} /> : null}
          {environment().mail.kind === "none" ? null : (
            <ActionForm action={testLetterAction} hidden={hidden} className="space-y-2">
              <p className="font-sans text-sm text-muted">{t("edit.test-hint")}</p>
              <Submit look="secondary">{t("edit.test")}</Submit>
            </ActionForm>
          )}
        </div>
      </div>
    </div>
  );
}

async function Placeholders({ letter }: { letter: StudyLetter }) {
  const t = await getTranslations("desk.mail.placeholder");
  return (
    <section className="space-y-2">
      <h3 className="font-sans text-base font-medium">{t("heading")}</h3>
      <dl className="font-sans text-sm">
        {PLACEHOLDERS[letter].map((name) => (
          <div key={name} className="flex flex-wrap gap-x-3 border-b border-line py-1.5">
            <dt className="w-28 font-mono">{`{${name}}`}</dt>
            <dd className="min-w-0 flex-1 text-muted">{t(name)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
