import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import { hasEnded } from "@/delphi/study";
import { archiveAction, cancelAction } from "./acts";
import { Confirm } from "./confirm";
import { FormArea } from "./form-fields";

/** What can be done with a study beside its next step: rehearse it, keep its design, end it, put it away. */
export async function MoreActs({ study }: { study: DeskStudy }) {
  const t = await getTranslations("desk.more");
  const owns = study.role === "owner";
  const runs = owns || study.role === "facilitator";
  const hidden = { study: study.slug };
  const running = study.phase === "open" || study.phase === "between";
  return (
    <section className="space-y-3 pt-4">
      <h3 className="text-xl">{t("title")}</h3>
      <ul className="flex flex-wrap items-center gap-x-6 gap-y-1 font-sans text-base [&_button]:px-0">
        {runs && !study.simulated ? (
          <li>
            <Link
              href={`/desk/studies/${study.slug}/rehearsal`}
              className="link target inline-flex items-center"
            >
              {t("rehearse")}
            </Link>
          </li>
        ) : null}
        {owns && study.editions.length > 0 ? (
          <li>
            <Link
              href={`/desk/studies/${study.slug}/series`}
              className="link target inline-flex items-center"
            >
              {t("again")}
            </Link>
          </li>
        ) : null}
        {runs && !study.simulated && (study.imported || study.phase === "draft") ? (
          <li>
            <Link
              href={`/desk/studies/${study.slug}/import`}
              className="link target inline-flex items-center"
            >
              {t(study.imported ? "imported-rounds" : "import-rounds")}
            </Link>
          </li>
        ) : null}
        <li>
          <a
            href={`/desk/studies/${study.slug}/design.json`}
            className="link target inline-flex items-center"
          >
            {t("download")}
          </a>
        </li>
        {owns && !hasEnded(study.phase) && study.phase !== "open" ? (
          <li>
            <Confirm
              action={cancelAction}
              hidden={hidden}
              look="quiet"
              grave
              open={t("cancel.open")}
              title={t("cancel.title", { title: study.content.title })}
              what={t("cancel.what", { rounds: study.rounds.length })}
              confirm={t("cancel.confirm")}
              cancel={t("keep")}
            >
              <FormArea name="reason" label={t("cancel.reason")} required maxLength={1000} rows={3} />
            </Confirm>
          </li>
        ) : null}
        {owns && (study.archived || !running) ? (
          <li>
            <Confirm
              action={archiveAction}
              hidden={{ ...hidden, archived: study.archived ? "no" : "yes" }}
              look="quiet"
              open={t(study.archived ? "restore.open" : "archive.open")}
              title={t(study.archived ? "restore.title" : "archive.title")}
              what={t(study.archived ? "restore.what" : "archive.what")}
              confirm={t(study.archived ? "restore.confirm" : "archive.confirm")}
              cancel={t("keep")}
            />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
