import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { PublicStudy } from "@/db/queries/published";
import { ButtonLink } from "@/ui/button";

/** The question of the current study as the headline of the site. */
export async function CurrentStudy({ study }: { study: PublicStudy }) {
  const text = await getTranslations("public.landing");
  return (
    <section>
      <p className="font-sans text-sm text-muted">{text("current")}</p>
      <h1 className="mt-3 max-w-4xl text-[clamp(1.75rem,1.1rem+3vw,2.75rem)] leading-[1.14]">
        {study.question}
      </h1>
      <div className="mt-6 max-w-measure space-y-3">
        <p>{text("lead")}</p>
        <p className="text-muted">{await statusOf(study)}</p>
      </div>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`/studies/${study.slug}`}>{text("read")}</ButtonLink>
        {study.edition ? (
          <ButtonLink href={`/studies/${study.slug}/results`} look="secondary">
            {text("results")}
          </ButtonLink>
        ) : null}
      </p>
    </section>
  );
}

/** Where a study stands, in a sentence. */
export async function statusOf({ phase, round }: PublicStudy): Promise<string> {
  const text = await getTranslations("public.landing.status");
  const { day, moment } = await dates();
  return text(phase, {
    round: round?.number ?? 0,
    opened: round ? day(round.openedAt) : "",
    closes: round?.closesAt ? moment(round.closesAt) : "none",
  });
}
