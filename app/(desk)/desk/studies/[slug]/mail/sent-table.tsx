import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { SentOut } from "@/db/queries/mail-desk";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";

/** Every mailing, the latest first, with what became of its letters in numbers. */
export async function SentTable({ study, mailings }: { study: string; mailings: readonly SentOut[] }) {
  const t = await getTranslations("desk.mail");
  const { moment } = await dates();
  return (
    <Table
      caption={t("sent.title")}
      captionHidden
      columns={[
        { key: "letter", label: t("sent.letter") },
        { key: "at", label: t("sent.at") },
        { key: "sent", label: t("sent.sent"), numeric: true },
        { key: "waiting", label: t("sent.waiting"), numeric: true },
        { key: "lost", label: t("sent.lost") },
      ]}
      rows={mailings.map((one) => ({
        key: one.id,
        cells: {
          letter: (
            <>
              <Link className="link" href={`/desk/studies/${study}/mail/sent/${one.id}`}>
                {t(`letter.${one.letter}`)}
              </Link>
              <span className="block text-sm text-muted">
                {t(one.letter === "results" ? "sent.edition" : "sent.round", { number: one.number })}
                {one.planned ? ` · ${t("sent.planned")}` : null}
              </span>
            </>
          ),
          at: moment(one.at),
          sent: one.sent,
          waiting: one.waiting,
          lost:
            one.lost > 0 ? (
              <Status tone="caution">{t("sent.lost-count", { count: one.lost })}</Status>
            ) : (
              t("sent.none-lost")
            ),
        },
      }))}
      empty={t("sent.empty")}
    />
  );
}
