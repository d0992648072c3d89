import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import { type AuditLine, auditLog } from "@/db/queries/audit-log";
import { Button } from "@/ui/button";
import { SelectField } from "@/ui/field";
import { Table } from "@/ui/table";
import { deskData } from "../../../_parts/desk-data";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ act?: string | string[] }> };

/** What was done at this desk. Acts of experts are not in it, by design. */
export default async function LogPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const t = await getTranslations("desk.log");
  const { moment } = await dates();
  const lines = await deskData((actor) => auditLog(actor, { study: slug }));
  const acts = [...new Set(lines.map((line) => line.act))].sort();
  const { act } = await searchParams;
  const chosen = acts.find((one) => one === act);
  return (
    <div className="space-y-6">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="max-w-measure">{t("how")}</p>
      {acts.length > 1 ? <ActFilter acts={acts} chosen={chosen} /> : null}
      <Table
        caption={t("title")}
        captionHidden
        columns={[
          { key: "act", label: t("column.act") },
          { key: "who", label: t("column.who") },
          { key: "at", label: t("column.at") },
        ]}
        rows={grouped(lines.filter((line) => chosen === undefined || line.act === chosen)).map(
          ({ line, times }) => ({
            key: line.id,
            cells: {
              act: (
                <>
                  {t.has(`act.${line.act}`) ? t(`act.${line.act}`) : line.act}
                  {times > 1 ? ` ${t("times", { times })}` : null}
                  {line.detail ? (
                    <span className="block text-sm text-muted">
                      {t.has(`detail.${line.act}`)
                        ? t(`detail.${line.act}`, { detail: line.detail })
                        : line.detail}
                    </span>
                  ) : null}
                </>
              ),
              who: line.who ?? t("operator"),
              at: moment(line.at),
            },
          }),
        )}
        empty={t("empty")}
      />
    </div>
  );
}

/** Shows one kind of act alone; a plain form, so that it also works without JavaScript. */
async function ActFilter({ acts, chosen }: { acts: readonly string[]; chosen?: string }) {
  const t = await getTranslations("desk.log");
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="min-w-60 grow">
        <SelectField name="act" label={t("filter")} defaultValue={chosen ?? ""}>
          <option value="">{t("all")}</option>
          {acts.map((act) => (
            <option key={act} value={act}>
              {t.has(`act.${act}`) ? t(`act.${act}`) : act}
            </option>
          ))}
        </SelectField>
      </div>
      <Button look="secondary">{t("show")}</Button>
    </form>
  );
}

/** The same act of the same person again and again is one line, with the time of the latest. */
function grouped(lines: readonly AuditLine[]): { line: AuditLine; times: number }[] {
  const groups: { line: AuditLine; times: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const same = last && (["act", "who", "detail"] as const).every((key) => last.line[key] === line[key]);
    if (same) last.times += 1;
    else groups.push({ line, times: 1 });
  }
  return groups;
}
