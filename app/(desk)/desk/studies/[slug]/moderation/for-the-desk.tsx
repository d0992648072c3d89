import { getTranslations } from "next-intl/server";
import type { ModeratedItem } from "@/db/queries/moderation";

/** Texts that only the desk reads, as the protocol says: there is nothing to decide about them. */
export async function ForTheDesk({ one: { item, texts } }: { one: ModeratedItem }) {
  const t = await getTranslations("desk.moderation.for-the-desk");
  return (
    <section aria-label={item.title} className="space-y-4">
      <h3 className="border-b border-line pb-2 text-lg">{item.title}</h3>
      <p className="max-w-measure font-sans text-sm text-muted">{t("why")}</p>
      <ul className="max-w-measure space-y-3">
        {texts.map(({ id, text }) => (
          <li key={id} className="border-l-2 border-line pl-4 whitespace-pre-line wrap-anywhere">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
