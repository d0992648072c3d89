import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { visitor } from "@/db/actor";
import { type PublicStudy, published } from "@/db/queries/published";
import { seriesList } from "@/db/queries/series-list";
import { SimulatedMark } from "@/ui/simulated-mark";
import { Status, type StatusTone } from "@/ui/status";
import { ReaderPage } from "../_frame/reader-page";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("public.studies");
  return { title: text("title") };
}

/** Every study that is public. */
export default async function StudiesPage() {
  const text = await getTranslations("public.studies");
  const studies = await published(visitor, {});
  return (
    <ReaderPage current="studies">
      <div className="prose">
        <h1>{text("title")}</h1>
        <p>{studies.length === 0 ? text("none") : text("lead")}</p>
      </div>
      <ul className="mt-8 border-t border-ink">
        {studies.map((study) => (
          <li key={study.slug} className="border-b border-line py-6">
            <Entry study={study} />
          </li>
        ))}
      </ul>
      <SeriesList />
    </ReaderPage>
  );
}

/** Questions that were asked more than once; nothing where none was. */
async function SeriesList() {
  const text = await getTranslations("public.series");
  const all = await seriesList(visitor, {});
  if (all.length === 0) return null;
  return (
    <section className="mt-12">
      <h2 className="border-t border-ink pt-3">{text("list")}</h2>
      <p className="mt-2">{text("list-lead")}</p>
      <ul className="mt-4 space-y-2">
        {all.map(({ slug, name, waves }) => (
          <li key={slug}>
            <Link href={`/series/${slug}`} className="link [overflow-wrap:anywhere]">
              {name}
            </Link>{" "}
            <span className="font-sans text-sm text-muted">{text("list-waves", { waves })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES: Readonly<Record<PublicStudy["phase"], StatusTone>> = {
  draft: "waiting",
  open: "current",
  between: "waiting",
  concluded: "done",
  cancelled: "done",
};

async function Entry({ study }: { study: PublicStudy }) {
  const text = await getTranslations("public");
  const simulated = await getTranslations("shared.simulated");
  const { day } = await dates();
  return (
    <>
      {study.simulated ? <SimulatedMark>{simulated("mark")}</SimulatedMark> : null}
      <h2 className="mt-1 text-xl">
        <Link href={`/studies/${study.slug}`} className="underline-offset-4 hover:underline">
          {study.title}
        </Link>
      </h2>
      <p className="mt-1">{study.question}</p>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 font-sans text-sm">
        <Status tone={TONES[study.phase]}>
          {text(`phase.${study.phase}`, { round: study.round?.number ?? 0 })}
        </Status>
        {study.edition ? (
          <Link href={`/studies/${study.slug}/results`} className="link">
            {text("studies.published", {
              number: study.edition.number,
              date: day(study.edition.publishedOn),
            })}
          </Link>
        ) : (
          <span className="text-muted">{text("studies.unpublished")}</span>
        )}
      </p>
    </>
  );
}
