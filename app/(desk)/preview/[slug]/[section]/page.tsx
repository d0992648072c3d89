import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { deskData } from "@/app/(desk)/desk/_parts/desk-data";
import { ItemQuestion } from "@/app/(panel)/panel/questionnaire/_parts/item-question";
import { questionsOf } from "@/app/(panel)/panel/questionnaire/_parts/question";
import { SectionHead } from "@/app/(panel)/panel/questionnaire/_parts/section-head";
import { SectionProgress } from "@/app/(panel)/panel/questionnaire/_parts/section-progress";
import { Settled } from "@/app/(panel)/panel/questionnaire/_parts/settled";
import { questionnairePreview } from "@/db/queries/questionnaire-preview";
import { type Section, sectionsOf } from "@/delphi/questionnaire";
import { Banner } from "@/ui/banner";
import { ButtonLink } from "@/ui/button";
import { Page } from "@/ui/page";
import { PreviewForm } from "./preview-form";

type Props = { params: Promise<{ slug: string; section: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.preview");
  return { title: t("title"), robots: { index: false } };
}

/** A section as an expert sees it, in the same parts as the real one; the desk shows it in a frame of a phone's width. */
export default async function PreviewPage({ params }: Props) {
  const { slug, section: id } = await params;
  const form = await deskData((actor) => questionnairePreview(actor, { study: slug, section: id }));
  const sections = sectionsOf(form.items, form.plan);
  const at = sections.findIndex((one) => one.id === id);
  const section = sections[at];
  if (!section) notFound();
  const t = await getTranslations("desk.preview");
  const frame = await getTranslations("shared.frame");
  const base = `/preview/${slug}`;
  return (
    <Page
      skip={frame("skip")}
      home={{ href: `${base}/${sections[0]!.id}` as Route, label: t("first") }}
      name={frame("name")}
      context={form.study.title}
      strips={
        <Banner label={t("title")}>
          <p>{t("mark")}</p>
        </Banner>
      }
    >
      <div className="space-y-8">
        <SectionProgress form={form} current={id} base={base} />
        <SectionHead round={form.round} section={section} />
        {at === 0 ? <Settled settled={form.settled} /> : null}
        <PreviewForm
          line={t(at === sections.length - 1 ? "last" : "unsaved")}
          buttons={<Ways base={base} back={sections[at - 1]} next={sections[at + 1]} />}
        >
          {questionsOf(form, section.items).map((question) => (
            <ItemQuestion key={question.item.id} question={question} />
          ))}
        </PreviewForm>
      </div>
    </Page>
  );
}

type Ends = { readonly base: string; readonly back: Section | undefined; readonly next: Section | undefined };

async function Ways({ base, back, next }: Ends) {
  const text = await getTranslations("panel.questionnaire");
  return (
    <>
      {back ? (
        <ButtonLink href={`${base}/${back.id}` as Route} look="quiet" className="-ml-4">
          {text("back")}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={`${base}/${next.id}` as Route} className="ml-auto">
          {text("save-next")}
        </ButtonLink>
      ) : null}
    </>
  );
}
