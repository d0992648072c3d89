import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { RoundDates, StudyPage } from "@/db/queries/study-page";

/** Phase, dates, editions and who runs the study, in the margin. */
export async function AtAGlance({ study }: { study: StudyPage }) {
  const text = await getTranslations("public");
  const { day } = await dates();
  const rounds = await Promise.all(study.rounds.map(roundSentence));
  return (
    <dl className="space-y-3 border-l border-line pl-4 [&_dt]:font-medium [&_dt]:text-ink">
      <div>
        <dt>{text("study.phase")}</dt>
        <dd>{text(`phase.${study.phase}`, { round: study.rounds.length })}</dd>
        {study.cancelReason ? <dd>{study.cancelReason}</dd> : null}
      </div>
      <div>
        <dt>{text("study.rounds")}</dt>
        {rounds.length === 0 ? <dd>{text("study.rounds-none")}</dd> : null}
        {rounds.map((sentence) => (
          <dd key={sentence}>{sentence}</dd>
        ))}
      </div>
      {study.editions.length > 0 ? (
        <div>
          <dt>{text("study.editions")}</dt>
          {study.editions.map((edition) => (
            <dd key={edition.number}>
              <Link href={`/studies/${study.slug}/editions/${edition.number}`} className="link">
                {text("study.edition", { number: edition.number, date: day(edition.publishedAt) })}
              </Link>
            </dd>
          ))}
        </div>
      ) : null}
      {study.content.organiser ? (
        <div>
          <dt>{text("study.organiser")}</dt>
          <dd>{study.content.organiser}</dd>
        </div>
      ) : null}
      {study.content.contact ? (
        <div>
          <dt>{text("study.contact")}</dt>
          <dd>
            <a href={`mailto:${study.content.contact}`} className="link">
              {study.content.contact}
            </a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

async function roundSentence(round: RoundDates): Promise<string> {
  const text = await getTranslations("public.study");
  const { day, span, moment } = await dates();
  if (round.imported)
    return text("round-elsewhere", {
      round: round.number,
      dates: span(round.imported.from, round.imported.to),
    });
  const opened = day(round.openedAt);
  if (round.closedAt)
    return text("round-closed", { round: round.number, dates: span(round.openedAt, round.closedAt) });
  return round.closesAt
    ? text("round-open-until", { round: round.number, opened, closes: moment(round.closesAt) })
    : text("round-open", { round: round.number, opened });
}
