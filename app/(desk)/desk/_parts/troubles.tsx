import type { Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskTrouble } from "@/db/on-the-clock";
import { Notice } from "@/ui/notice";

/** What could not happen on time, why, and the way on. */
export async function Troubles({ study, troubles }: { study: string; troubles: readonly DeskTrouble[] }) {
  if (troubles.length === 0) return null;
  const t = await getTranslations("desk.trouble");
  const why = await getTranslations("refusals");
  const { moment } = await dates();
  return (
    <div className="mb-6 space-y-4">
      {troubles.map(({ about, refusal, detail, at }) => (
        <Notice key={about} kind="caution" title={t(`${about}.title`, { at: moment(at) })}>
          <p>{why.has(refusal) ? why(refusal, detail) : why("unknown")}</p>
          <p>
            {waysOn(study, about, refusal).map(([key, href], index) => (
              <span key={key}>
                {index > 0 ? " · " : null}
                <Link className="link" href={href as Route}>
                  {t(`way.${key}`)}
                </Link>
              </span>
            ))}
          </p>
        </Notice>
      ))}
    </div>
  );
}

type Way = "panel" | "design" | "sheet" | "rounds";

function waysOn(study: string, about: DeskTrouble["about"], refusal: string): [Way, string][] {
  const base = `/desk/studies/${study}`;
  if (about === "closing") return [["rounds", `${base}/rounds`]];
  const sheet: [Way, string] = ["sheet", `${base}/rounds/open`];
  if (refusal === "no-panel" || refusal === "too-small-for-schedule")
    return [["panel", `${base}/panel`], sheet];
  if (["no-items", "unknown-item", "rules-do-not-fit"].includes(refusal))
    return [["design", `${base}/design`], sheet];
  return [sheet];
}
