import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { PublicStudy } from "@/db/queries/published";
import { SimulatedMark } from "@/ui/simulated-mark";
import { HeadlinePicture } from "../_frame/headline-picture";
import { statusOf } from "./current-study";

/** What has been published: a list with one small picture each. */
export async function PublishedStudies({ studies }: { studies: readonly PublicStudy[] }) {
  const text = await getTranslations("public.landing");
  return (
    <section aria-labelledby="published">
      <h2 id="published" className="border-t border-ink pt-3">
        {text("published")}
      </h2>
      {studies.length === 0 ? <p className="mt-4 text-muted">{text("published-none")}</p> : null}
      <ul className="mt-2">
        {studies.map((study) => (
          <li key={study.slug} className="border-b border-line py-6 last:border-0">
            <PublishedStudy study={study} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function PublishedStudy({ study }: { study: PublicStudy }) {
  const text = await getTranslations("public.landing");
  const simulated = await getTranslations("shared.simulated");
  const { day } = await dates();
  const edition = study.edition!;
  return (
    <>
      {study.simulated ? <SimulatedMark>{simulated("mark")}</SimulatedMark> : null}
      <h3 className="mt-1">
        <Link
          href={`/studies/${study.slug}/results`}
          className="decoration-line underline-offset-4 hover:underline hover:decoration-current"
        >
          {study.title}
        </Link>
      </h3>
      <p className="mt-1 font-sans text-sm text-muted">
        {text("edition", {
          number: edition.number,
          date: day(edition.publishedOn),
          rounds: edition.rounds,
        })}
      </p>
      {edition.headline ? <HeadlinePicture headline={edition.headline} /> : null}
    </>
  );
}

/** The rounds that take answers now. */
export async function OpenStudies({ studies }: { studies: readonly PublicStudy[] }) {
  const text = await getTranslations("public.landing");
  const simulated = await getTranslations("shared.simulated");
  const entries = await Promise.all(studies.map(async (study) => ({ study, status: await statusOf(study) })));
  return (
    <section aria-labelledby="open">
      <h2 id="open" className="border-t border-ink pt-3">
        {text("open")}
      </h2>
      {entries.length === 0 ? <p className="mt-4 text-muted">{text("open-none")}</p> : null}
      <ul className="mt-2">
        {entries.map(({ study, status }) => (
          <li key={study.slug} className="border-b border-line py-6 last:border-0">
            {study.simulated ? <SimulatedMark>{simulated("mark")}</SimulatedMark> : null}
            <h3 className="mt-1">
              <Link
                href={`/studies/${study.slug}`}
                className="decoration-line underline-offset-4 hover:underline hover:decoration-current"
              >
                {study.title}
              </Link>
            </h3>
            <p className="mt-1 font-sans text-sm text-muted">{status}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
