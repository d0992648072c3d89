import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import { members } from "@/db/queries/members";
import { deskData, studyOf } from "../../../_parts/desk-data";
import { DoneNotice, type Search } from "../../../_parts/done-notice";
import { InviteMember } from "./invite-member";
import { MemberTable } from "./member-table";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

/** Who works on this study, in which role; its owners let colleagues in and out. */
export default async function TeamPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.team");
  const study = await studyOf(slug);
  const people = await deskData((actor) => members(actor, { study: slug }));
  const owns = study.role === "owner";
  return (
    <div className="space-y-10">
      <DoneNotice search={searchParams} />
      <section className="space-y-4">
        <h2 className="text-xl">{t("title")}</h2>
        <p className="max-w-measure">{t(owns ? "how-owner" : "how")}</p>
        <MemberTable study={slug} people={people} owns={owns} />
      </section>
      {owns ? <InviteMember study={slug} mails={environment().mail.kind !== "none"} /> : null}
      <section className="space-y-2">
        <h3 className="text-lg">{t("roles")}</h3>
        <dl className="max-w-measure space-y-2 text-base">
          {(["owner", "facilitator", "moderator", "observer"] as const).map((role) => (
            <div key={role}>
              <dt className="font-sans font-medium">{t(`role.${role}`)}</dt>
              <dd className="text-muted">{t(`may.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
