import { getTranslations } from "next-intl/server";
import { importedSentence } from "@/app/_server/imported";
import type { DeskStudy } from "@/db/queries/desk-study";
import { ButtonLink } from "@/ui/button";
import { Confirm } from "../../../_parts/confirm";
import { undoImportAction } from "./actions";

/** What was brought in, and the way to take it back while nothing stands on it. */
export async function UndoImport({
  study,
  imported,
}: {
  study: DeskStudy;
  imported: NonNullable<DeskStudy["imported"]>;
}) {
  const t = await getTranslations("desk.outside");
  const free =
    study.rounds.length === imported.last && study.editions.length === 0 && study.phase === "between";
  return (
    <div className="max-w-measure space-y-4">
      <p>{await importedSentence(imported)}</p>
      <p>{t(free ? "can-undo" : "can-not-undo")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/desk/studies/${study.slug}`} look={free ? "primary" : "secondary"}>
          {t("go-on")}
        </ButtonLink>
        {free ? (
          <Confirm
            action={undoImportAction}
            hidden={{ study: study.slug }}
            look="secondary"
            grave
            open={t("undo.open")}
            title={t("undo.title", { rounds: imported.last })}
            what={t("undo.what", { rounds: imported.last })}
            confirm={t("undo.confirm")}
            cancel={t("undo.keep")}
          />
        ) : null}
      </div>
    </div>
  );
}
