import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { auditLog } from "@/db/queries/audit-log";
import { Table } from "@/ui/table";
import { deskData } from "../../../_parts/desk-data";

type Props = { params: Promise<{ slug: string }> };

/** What was done at this desk. Acts of experts are not in it, by design. */
export default async function LogPage({ params }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.log");
  const { moment } = await dates();
  const lines = await deskData((actor) => auditLog(actor, { study: slug }));
  return (
    <div className="space-y-6">
      <h1 className="text-xl">{t("title")}</h1>
      <p className="max-w-measure">{t("how")}</p>
      <Table
        caption={t("title")}
        captionHidden
        columns={[
          { key: "act", label: t("column.act") },
          { key: "who", label: t("column.who") },
          { key: "at", label: t("column.at") },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: {
            act: (
              <>
                {t.has(`act.${line.act}`) ? t(`act.${line.act}`) : line.act}
                {line.detail ? <span className="block text-sm text-muted">{line.detail}</span> : null}
              </>
            ),
            who: line.who ?? t("operator"),
            at: moment(line.at),
          },
        }))}
        empty={t("empty")}
      />
    </div>
  );
}
