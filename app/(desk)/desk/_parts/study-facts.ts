import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Progress } from "@/db/queries/progress";
import { isStrict } from "@/delphi/protocol";
import { hasEnded } from "@/delphi/study";
import { zonedMoment } from "@/delphi/zoned-moment";
import type { Fact } from "./facts";

/** Counts and dates of a study for its overview; of an open round the total of submissions and nothing else. */
export async function studyFacts(study: DeskStudy, progress: Progress): Promise<readonly Fact[]> {
  const t = await getTranslations("desk.overview.fact");
  const { moment, day } = await dates();
  const round = study.rounds.at(-1);
  const edition = study.editions.at(-1);
  const facts: (Fact | false | undefined)[] = [
    { term: t("items"), is: study.items.length },
    progress.opening !== null && {
      term: t("opens"),
      is: zonedMoment(progress.opening.opensAt, progress.opening.zone),
    },
    {
      term: t("people"),
      is:
        progress.people === 0 && hasEnded(study.phase)
          ? t("people-none")
          : t("people-value", { people: progress.people, invited: progress.invited }),
    },
    round?.imported === null && {
      term: t("opened", { round: round.number }),
      is: moment(round.openedAt),
    },
    round?.imported != null && {
      term: t("run-elsewhere", { round: round.number }),
      is: t("ran", { from: day(round.imported.from), to: day(round.imported.to) }),
    },
    round && { term: t("asked"), is: round.asked },
    progress.round !== null && { term: t("submitted"), is: progress.round.submitted },
    progress.round?.open === true && !isStrict(study) && { term: t("finished"), is: progress.round.finished },
    progress.replacedLinks > 0 && { term: t("replaced"), is: progress.replacedLinks },
    round?.state === "open" && {
      term: t("closes"),
      is: round.closesAt ? zonedMoment(round.closesAt, round.zone) : t("no-closing-time"),
    },
    progress.remindedAt !== null && { term: t("reminded"), is: moment(progress.remindedAt) },
    round?.closedAt != null &&
      round.imported === null && { term: t("closed", { round: round.number }), is: moment(round.closedAt) },
    round !== undefined && { term: t("waiting"), is: progress.waitingTexts },
    { term: t("rounds"), is: t("rounds-value", { done: study.rounds.length, most: study.protocol.rounds }) },
    edition && { term: t("edition", { edition: edition.number }), is: day(edition.publishedAt) },
    study.series !== null && { term: t("series"), is: study.series.name },
    study.deviations.length > 0 && { term: t("deviations"), is: study.deviations.length },
  ];
  return facts.filter((fact): fact is Fact => fact !== false && fact !== undefined);
}
