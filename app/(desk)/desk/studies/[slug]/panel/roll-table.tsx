import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Person, Roll } from "@/db/queries/roll";
import { isStrict } from "@/delphi/protocol";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";

/** Who is on the roll, a hundred to a page. Whether somebody finished is what last night's marks say. */
export async function RollTable({ study, roll }: { study: DeskStudy; roll: Roll }) {
  const t = await getTranslations("desk.panel");
  const { day } = await dates();
  const titles = new Map(study.protocol.strata.map((stratum) => [stratum.id, stratum.title]));
  const open = roll.openRound;
  const columns = [
    { key: "name", label: t("column.name") },
    { key: "address", label: t("column.address") },
    { key: "stratum", label: t("column.stratum") },
    { key: "state", label: t("column.state") },
    ...(open === null || isStrict(study)
      ? []
      : [{ key: "finished", label: t("column.finished", { round: open }) }]),
  ];
  const rows = roll.people.map((person) => ({
    key: person.id,
    cells: {
      name: (
        <>
          <Link className="link" href={`/desk/studies/${study.slug}/panel/${person.id}`}>
            {person.name || person.address}
          </Link>
          {person.note ? (
            <p className="text-sm font-normal text-muted [overflow-wrap:anywhere]">{person.note}</p>
          ) : null}
        </>
      ),
      address: <span className="[overflow-wrap:anywhere]">{person.address}</span>,
      stratum: person.stratum === null ? "–" : (titles.get(person.stratum) ?? person.stratum),
      state: <Invited person={person} on={person.invitedAt ? day(person.invitedAt) : ""} />,
      finished: <Finished person={person} />,
    },
  }));
  return (
    <section className="space-y-4">
      <Table
        caption={open === null || isStrict(study) ? t("caption") : t("caption-open")}
        columns={columns}
        rows={rows}
      />
      {roll.pages > 1 ? <Pages slug={study.slug} page={roll.page} pages={roll.pages} /> : null}
    </section>
  );
}

async function Invited({ person, on }: { person: Person; on: string }) {
  const t = await getTranslations("desk.panel.state");
  if (person.revokedAt) return <Status tone="off">{t("revoked")}</Status>;
  if (person.declined)
    return (
      <div>
        <Status tone="off">{t("declined")}</Status>
        {person.declineReason ? (
          <p className="text-sm text-muted [overflow-wrap:anywhere]">
            {t("because", { reason: person.declineReason })}
          </p>
        ) : null}
      </div>
    );
  if (person.paused) return <Status tone="off">{t("paused")}</Status>;
  if (person.bounced)
    return (
      <div>
        <Status tone="off">{t("bounced")}</Status>
        <p className="text-sm text-muted [overflow-wrap:anywhere]">{t("bounced-how")}</p>
      </div>
    );
  if (person.invitedAt)
    return (
      <div>
        <Status tone="done">{t("invited", { date: on })}</Status>
        {person.reminders ? null : <p className="text-sm text-muted">{t("unreminded")}</p>}
      </div>
    );
  return <Status tone="waiting">{t("waiting")}</Status>;
}

async function Finished({ person }: { person: Person }) {
  const t = await getTranslations("desk.panel.state");
  if (person.revokedAt || person.finished === null) return null;
  return person.finished ? (
    <Status tone="done">{t("finished")}</Status>
  ) : (
    <Status tone="waiting">{t("unfinished")}</Status>
  );
}

async function Pages({ slug, page, pages }: { slug: string; page: number; pages: number }) {
  const t = await getTranslations("desk.panel.pages");
  const to = (number: number) => `/desk/studies/${slug}/panel?page=${number}` as const;
  return (
    <nav aria-label={t("label")} className="flex items-center gap-6 font-sans text-base">
      {page > 1 ? (
        <Link className="link target inline-flex items-center" href={to(page - 1)}>
          {t("previous")}
        </Link>
      ) : null}
      <span className="figures text-muted">{t("here", { page, pages })}</span>
      {page < pages ? (
        <Link className="link target inline-flex items-center" href={to(page + 1)}>
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
