import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type DeskListing, deskStudies } from "@/db/queries/desk-studies";
import type { Phase } from "@/delphi/study";
import { ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { deskData } from "./_parts/desk-data";
import { StudyTable } from "./_parts/study-table";

const PHASES: readonly Phase[] = ["open", "between", "draft", "concluded", "cancelled"];

export default async function DeskPage() {
  const t = await getTranslations("desk.studies");
  const studies = await deskData((actor) => deskStudies(actor, {}));
  const away = studies.filter((study) => study.archived);
  const phases = PHASES.map((phase) => ({
    phase,
    studies: studies.filter((study) => study.phase === phase && !study.archived),
  })).filter((group) => group.studies.length > 0);
  return (
    <div className="space-y-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1>{t("title")}</h1>
        <ButtonLink href="/desk/new" look={studies.length === 0 ? "primary" : "secondary"}>
          {t("new")}
        </ButtonLink>
      </div>
      {studies.length === 0 ? <p className="max-w-measure">{t("empty")}</p> : null}
      {phases.map((group) => (
        <Phased key={group.phase} name={group.phase} studies={group.studies} />
      ))}
      {away.length > 0 ? (
        <Disclosure summary={t("archived", { studies: away.length })}>
          <Phased name="archived" studies={away} />
        </Disclosure>
      ) : null}
    </div>
  );
}

async function Phased({ name, studies }: { name: Phase | "archived"; studies: readonly DeskListing[] }) {
  const t = await getTranslations("desk.studies");
  const { moment, day } = await dates();
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t(`phase.${name}`)}</h2>
      <StudyTable
        caption={t(`phase.${name}`)}
        studies={studies.map((study) => ({ study, when: whenOf(study) }))}
      />
    </section>
  );

  function whenOf({ round }: DeskListing): string {
    if (!round) return t("when.none");
    if (round.closedAt) return t("when.closed", { round: round.number, date: day(round.closedAt) });
    if (round.closesAt) return t("when.closes", { round: round.number, date: moment(round.closesAt) });
    return t("when.opened", { round: round.number, date: day(round.openedAt) });
  }
}
