import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { ButtonLink } from "@/ui/button";
import { mayEdit } from "./may-edit";

/** The published documents that items and positions come from. */
export async function DesignSources({ study }: { study: DeskStudy }) {
  if (study.sources.length === 0 && !mayEdit(study)) return null;
  const t = await getTranslations("desk.design.sources");
  const base = `/desk/studies/${study.slug}/design/sources` as const;
  return (
    <section className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h3 className="text-xl">{t("title", { sources: study.sources.length })}</h3>
        {mayEdit(study) ? (
          <ButtonLink href={`${base}/new`} look="secondary">
            {t("add")}
          </ButtonLink>
        ) : null}
      </div>
      <ol className="border-t border-line">
        {study.sources.map((source) => (
          <li key={source.id} className="flex flex-wrap justify-between gap-x-8 border-b border-line py-3">
            <p className="max-w-measure">
              {source.author ? `${source.author}: ` : ""}
              <cite>{source.title}</cite>
              {source.publisher ? `, ${source.publisher}` : ""}
              {source.published ? `, ${source.published}` : ""}
              {source.kind ? ` (${source.kind})` : ""}
            </p>
            {mayEdit(study) ? (
              <Link
                className="link target inline-flex items-center px-3 font-sans text-base"
                href={`${base}/${source.id}`}
              >
                {t("edit")}
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
