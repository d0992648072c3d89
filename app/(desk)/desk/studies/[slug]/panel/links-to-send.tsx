import { getTranslations } from "next-intl/server";
import type { DeskStudy } from "@/db/queries/desk-study";
import type { Roll } from "@/db/queries/roll";
import { isStrict } from "@/delphi/protocol";
import { hasEnded } from "@/delphi/study";
import { HandOutLinks } from "./hand-out-links";

/** Links for whoever mails through another system; nothing where none can leave, or may. */
export async function LinksToSend({ study, roll }: { study: DeskStudy; roll: Roll }) {
  const t = await getTranslations("desk.panel.links");
  const runs = study.role === "owner" || study.role === "facilitator";
  if (!runs || isStrict(study) || hasEnded(study.phase) || roll.linksToHandOut === 0) return null;
  const links = roll.linksToHandOut;
  return (
    <section className="space-y-3">
      <h3 className="text-xl">{t("title")}</h3>
      <p className="max-w-measure">{t("how")}</p>
      <HandOutLinks
        study={study.slug}
        words={{
          open: t("open", { links }),
          title: t("ask", { links }),
          what: t("what", { links }),
          csv: t("csv"),
          xlsx: t("xlsx"),
          cancel: t("cancel"),
        }}
      />
    </section>
  );
}
