import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { reportPages } from "@/app/(public)/_report/report-files";
import { deskResults } from "@/db/queries/results";
import { askedBy } from "@/delphi/reporting/checklists";
import { numberOf, OUTLINE, PLACE_OF } from "@/delphi/reporting/outline";
import { ReportTextName } from "@/delphi/reporting/report-texts";
import { ActionForm } from "../../../../_parts/action-form";
import { deskData, studyOf } from "../../../../_parts/desk-data";
import { FormArea, Submit } from "../../../../_parts/form-fields";
import { writeReportAction } from "../actions";

type Props = { params: Promise<{ slug: string }> };

/** What the report needs and no record holds, chapter by chapter, each with the section it will stand in. */
export default async function ReportTextsPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.publication.report");
  const title = await getTranslations("public.report.title");
  const study = await studyOf(slug);
  if (study.role !== "owner" && study.role !== "facilitator") notFound();
  const chapters = OUTLINE.map(({ chapter, sections }) => ({
    chapter,
    names: ReportTextName.options.filter((name) => (sections as readonly string[]).includes(PLACE_OF[name])),
  })).filter(({ names }) => names.length > 0);
  const printed = latestPages(slug);
  const hint = (name: ReportTextName) => {
    const place = t("place", { number: numberOf(PLACE_OF[name]), section: title(PLACE_OF[name]) });
    const lists = askedBy(name);
    return (
      <>
        {t(`hint.${name}`)} {lists.length > 0 ? t("asked", { place, lists: lists.join("; ") }) : `${place}.`}{" "}
        <Suspense>
          <PageOf name={name} printed={printed} />
        </Suspense>
      </>
    );
  };
  return (
    <div className="max-w-2xl space-y-8">
      <div className="space-y-3">
        <p className="font-sans text-base">
          <Link href={`/desk/studies/${slug}/publication`} className="link">
            {t("back")}
          </Link>
        </p>
        <h2 className="text-xl">{t("title")}</h2>
        <p>{t("how")}</p>
      </div>
      <ActionForm
        action={writeReportAction}
        hidden={{ study: slug, version: study.version }}
        className="space-y-10"
      >
        {chapters.map(({ chapter, names }) => (
          <section key={chapter} className="space-y-6">
            <h3 className="border-b border-line pb-2 text-lg">
              {numberOf(chapter)} {title(chapter)}
            </h3>
            {names.map((name) => (
              <FormArea
                key={name}
                name={name}
                path={`texts.${name}`}
                label={t(`label.${name}`)}
                hint={hint(name)}
                defaultValue={study.reporting[name] ?? ""}
                rows={4}
                maxLength={4000}
              />
            ))}
          </section>
        ))}
        <Submit>{t("save")}</Submit>
      </ActionForm>
    </div>
  );
}

type Printed = { readonly edition: number; readonly pages: ReadonlyMap<string, number> };

/** Where the sections stand in the latest edition's PDF. Printing takes some seconds, so nobody waits for it. */
async function latestPages(slug: string): Promise<Printed | null> {
  const { published } = await deskData((actor) => deskResults(actor, { study: slug }));
  return published && { edition: published.edition.number, pages: await reportPages(published) };
}

async function PageOf({ name, printed }: { name: ReportTextName; printed: Promise<Printed | null> }) {
  const t = await getTranslations("desk.publication.report");
  const known = await printed;
  const page = known?.pages.get(numberOf(PLACE_OF[name]));
  return known && page ? t("page", { page, edition: known.edition }) : null;
}
