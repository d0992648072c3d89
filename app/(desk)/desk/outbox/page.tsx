import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { outbox } from "@/db/queries/outbox";
import { Table } from "@/ui/table";
import { deskData } from "../_parts/desk-data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.outbox");
  return { title: t("title") };
}

/** The mails of the demo. In every other mode the query knows no such thing, and this page is not found. */
export default async function OutboxPage() {
  const t = await getTranslations("desk.outbox");
  const { moment } = await dates();
  const mails = await deskData((actor) => outbox(actor, {}));
  return (
    <div className="space-y-6">
      <h1>{t("title")}</h1>
      <p className="max-w-measure">{t("how")}</p>
      <Table
        caption={t("title")}
        captionHidden
        columns={[
          { key: "subject", label: t("column.subject") },
          { key: "to", label: t("column.to") },
          { key: "at", label: t("column.at") },
        ]}
        rows={mails.map((mail) => ({
          key: mail.id,
          cells: {
            subject: (
              <Link className="link" href={`/desk/outbox/${mail.id}`}>
                {mail.subject}
              </Link>
            ),
            to: <span className="[overflow-wrap:anywhere]">{mail.to}</span>,
            at: moment(mail.at),
          },
        }))}
        empty={t("empty")}
      />
    </div>
  );
}
