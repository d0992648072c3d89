import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { sectionWords } from "@/app/(panel)/panel/questionnaire/_parts/section-words";
import { questionnairePreview } from "@/db/queries/questionnaire-preview";
import { minutesFor, sectionsOf } from "@/delphi/questionnaire";
import { ButtonLink } from "@/ui/button";
import { deskData } from "../../../_parts/desk-data";
import { PreviewFrame } from "./preview-frame";

type Props = { params: Promise<{ slug: string }> };

/** The questionnaire as an expert sees it, on a phone and on a desktop, and how long it takes. Nothing is stored. */
export default async function PreviewPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.preview");
  const words = await sectionWords();
  const form = await deskData((actor) => questionnairePreview(actor, { study: slug, section: "" }));
  const sections = sectionsOf(form.items, form.plan);
  const [first] = sections;
  const { round } = form;
  return (
    <div className="space-y-8">
      <section className="max-w-measure space-y-3">
        <h2 className="text-xl">{t("heading", { round: round.number })}</h2>
        <p>{t(`what.${round.state}`, { round: round.number, before: round.number - 1 })}</p>
        <p className="font-sans text-base font-medium">
          {t("length", { items: form.items.length, minutes: minutesFor(form.items) })}
        </p>
      </section>
      {first ? (
        <>
          <ol className="max-w-measure border-t border-line font-sans text-base">
            {sections.map((section) => (
              <li key={section.id} className="flex justify-between gap-4 border-b border-line py-2">
                <span>{words.title(section)}</span>
                <span className="figures shrink-0 text-muted">
                  {t("section", { items: section.items.length, minutes: minutesFor(section.items) })}
                </span>
              </li>
            ))}
          </ol>
          <PreviewFrame
            src={`/preview/${slug}/${first.id}`}
            title={t("frame")}
            words={{ legend: t("device"), phone: t("phone"), desktop: t("desktop") }}
          />
          <ButtonLink href={`/preview/${slug}/${first.id}` as Route} look="quiet" className="-ml-4">
            {t("alone")}
          </ButtonLink>
        </>
      ) : (
        <ButtonLink href={`/desk/studies/${slug}/design`}>{t("write")}</ButtonLink>
      )}
    </div>
  );
}
