import { getTranslations } from "next-intl/server";
import type { ModeratedItem } from "@/db/queries/moderation";
import { RATIONALE } from "@/delphi/item";
import { Confirm } from "../../../_parts/confirm";
import { releaseAllAction } from "./actions";
import { TextCard } from "./text-card";

/** What was written to one item: reasons and answers to open questions, in an order that says nothing. */
export async function ItemTexts({
  study,
  round,
  item,
  texts,
}: ModeratedItem & { study: string; round: number }) {
  const t = await getTranslations("desk.moderation");
  const waiting = texts.filter((text) => text.state === "waiting").length;
  return (
    <section className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-4 border-b border-line pb-2">
        <h3 className="max-w-measure text-lg">{item.title}</h3>
        {waiting > 1 ? (
          <Confirm
            action={releaseAllAction}
            hidden={{ study, round, item: item.id }}
            look="secondary"
            open={t("all.open", { waiting })}
            title={t("all.title", { waiting })}
            what={t("all.what", { item: item.title })}
            confirm={t("all.confirm", { waiting })}
            cancel={t("cancel")}
          />
        ) : null}
      </div>
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {texts.map((text) => (
          <li key={text.id}>
            <TextCard
              study={study}
              text={text}
              kind={text.part === RATIONALE ? t("kind.rationale") : t("kind.answer")}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
