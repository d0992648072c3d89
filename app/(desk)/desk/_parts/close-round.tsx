import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { ButtonLook } from "@/ui/button";
import { closeAction } from "./acts";
import { Confirm } from "./confirm";

/** Closes the open round; with too few answers only with nothing shown, and the question says so. */
export async function CloseRound({
  study,
  submitted,
  look,
}: {
  study: DeskStudy;
  submitted: number;
  look: ButtonLook;
}) {
  const t = await getTranslations("desk.act.close");
  const few = submitted < study.protocol.minimumGroup;
  const values = { round: study.rounds.length, submitted, k: study.protocol.minimumGroup };
  return (
    <Confirm
      action={closeAction}
      hidden={{ study: study.slug, ...(few && { withNothingShown: "yes" }) }}
      look={few && look === "secondary" ? "danger" : look}
      cancel={t("cancel")}
      open={t(few ? "few.open" : "open", values)}
      title={t(few ? "few.title" : "title", values)}
      what={t(few ? "few.what" : "what", values)}
      confirm={t(few ? "few.confirm" : "confirm", values)}
    />
  );
}
