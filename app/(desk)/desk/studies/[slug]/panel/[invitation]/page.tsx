import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { rollPerson } from "@/db/queries/roll-person";
import { Notice } from "@/ui/notice";
import { deskData, studyOf } from "../../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../../_parts/done-notice";
import { EditPerson } from "./edit-person";
import { Bounced, ChangeAddress, Pause, Replace, Revoke } from "./person-acts";

type Props = { params: Promise<{ slug: string; invitation: string }>; searchParams: Search };

/** One person of the roll: what is known about them, and what can be done. Nothing here comes from an answer. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { slug, invitation } = await params;
  const t = await getTranslations("desk.panel.person");
  const [study, person] = await Promise.all([
    studyOf(slug),
    deskData((actor) => rollPerson(actor, { study: slug, invitation })),
  ]);
  const acts = { study: slug, person };
  return (
    <div className="space-y-8">
      <DoneNotice search={searchParams} />
      <div className="space-y-2">
        <p className="font-sans text-base">
          <Link className="link target inline-flex items-center" href={`/desk/studies/${slug}/panel`}>
            {t("back")}
          </Link>
        </p>
        <h2 className="text-xl [overflow-wrap:anywhere]">{person.name || person.address}</h2>
        <p className="font-sans text-base text-muted [overflow-wrap:anywhere]">{person.address}</p>
      </div>
      {person.bounced ? (
        <Notice kind="caution" title={t("bounced")}>
          {person.bounced === "-" ? null : <p>{t("said", { said: person.bounced })}</p>}
          <p>{t("bounced-how")}</p>
        </Notice>
      ) : null}
      {person.pausedFrom === null ? null : (
        <Notice title={t("paused", { round: person.pausedFrom })}>
          <p>{t("paused-how")}</p>
        </Notice>
      )}
      {person.declined ? (
        <Notice title={t("declined")}>
          {person.declineReason ? <p>{t("because", { reason: person.declineReason })}</p> : null}
        </Notice>
      ) : null}
      {person.revoked ? <Notice title={t("revoked")} /> : null}
      <EditPerson study={study} person={person} />
      <section className="space-y-3">
        <h3 className="text-lg">{t("acts")}</h3>
        <div className="flex flex-wrap items-center gap-3">
          {person.revoked ? null : <Pause {...acts} />}
          {person.revoked ? null : <Bounced {...acts} />}
          <Replace {...acts} />
          <ChangeAddress {...acts} />
          {person.revoked ? null : <Revoke {...acts} />}
        </div>
      </section>
    </div>
  );
}
