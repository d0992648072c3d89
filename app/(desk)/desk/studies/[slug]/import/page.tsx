import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { RATING_COLUMNS, USUAL_SCALES } from "@/delphi/rating-names";
import { ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { ImportRounds } from "./import-rounds";
import { OUTSIDE_WORDS, type OutsideWords } from "./outside-words";
import { UndoImport } from "./undo-import";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** Rounds that were run elsewhere become the closed first rounds of a study in draft, or are taken back. */
export default async function ImportRoundsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.outside");
  const checks = await getTranslations("desk.overview.check");
  const study = await studyOf(slug);
  if (study.simulated || !(study.role === "owner" || study.role === "facilitator")) notFound();
  return (
    <div className="space-y-8">
      <DoneNotice search={searchParams} />
      <div className="max-w-measure space-y-4">
        <h2 className="text-xl">{t("title")}</h2>
        {study.imported ? null : <p>{t(study.phase === "draft" ? "how" : "too-late")}</p>}
        {study.phase === "draft" ? (
          <>
            <p>{t("people")}</p>
            <p>{t("lock")}</p>
            <div className="flex flex-wrap gap-3">
              {(["content", "protocol"] as const).map((part) => (
                <ButtonLink key={part} href={`/desk/studies/${slug}/design/${part}`} look="secondary">
                  {t(`to-${part}`)}
                </ButtonLink>
              ))}
            </div>
            {study.content.organiser && study.content.contact ? null : (
              <Notice kind="caution" title={checks("organiser.missing")} />
            )}
          </>
        ) : null}
      </div>
      {study.imported ? (
        <UndoImport study={study} imported={study.imported} />
      ) : study.phase === "draft" ? (
        <ImportRounds
          study={slug}
          version={study.version}
          most={study.protocol.rounds}
          words={await outsideWords(study)}
        />
      ) : (
        <ButtonLink href={`/desk/studies/${slug}/rounds`} look="secondary">
          {t("to-rounds")}
        </ButtonLink>
      )}
    </div>
  );
}

async function outsideWords(study: DeskStudy): Promise<OutsideWords> {
  const t = await getTranslations("desk.outside.form");
  const said = (names: readonly string[], of: (name: string) => string) =>
    Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    ...said(OUTSIDE_WORDS, (name) =>
      t(name as (typeof OUTSIDE_WORDS)[number], {
        count: study.items.length,
        k: study.protocol.minimumGroup,
      }),
    ),
    fields: said(RATING_COLUMNS, (name) => t(`field.${name as (typeof RATING_COLUMNS)[number]}`)),
    scales: said(USUAL_SCALES, (name) =>
      name === "probability"
        ? t("percent")
        : t("span", { from: name.split("-")[0]!, to: name.split("-")[1]! }),
    ),
  } as unknown as OutsideWords;
}
