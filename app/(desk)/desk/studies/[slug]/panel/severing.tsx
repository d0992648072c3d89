import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Roll } from "@/db/queries/roll";
import { severAfterDays } from "@/delphi/severing";
import { Confirm } from "../../../_parts/confirm";
import { severAction } from "./actions";

/** When the roll is deleted for good, and the owner's way to have it done now. */
export async function Severing({ study, roll }: { study: DeskStudy; roll: Roll }) {
  const t = await getTranslations("desk.panel.severing");
  const { day } = await dates();
  const { seversAt, severedAt } = roll;
  if (study.simulated) return null;
  return (
    <section className="max-w-measure space-y-4">
      <h3 className="text-xl">{t("title")}</h3>
      <p>
        {severedAt
          ? t("done", { date: day(severedAt) })
          : seversAt
            ? t("on", { date: day(seversAt) })
            : t("later", { days: severAfterDays(study.protocol) })}
      </p>
      {seversAt && !severedAt && study.role === "owner" ? (
        <Confirm
          action={severAction}
          hidden={{ study: study.slug }}
          look="danger"
          open={t("open")}
          title={t("ask")}
          what={t("what")}
          confirm={t("open")}
          cancel={t("cancel")}
        />
      ) : null}
    </section>
  );
}
