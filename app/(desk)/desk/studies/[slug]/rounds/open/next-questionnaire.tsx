"use client";

import { useTranslations } from "next-intl";
import type { Item } from "@/delphi/item";
import { minutesFor, sectionsOf } from "@/delphi/questionnaire";
import type { QuestionnairePlan } from "@/delphi/questionnaire-plan";
import { ButtonLink } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";

/** The next questionnaire as an expert goes through it: section by section, with the minutes each takes. */
export function NextQuestionnaire({
  study,
  items,
  plan,
}: {
  study: string;
  items: readonly Item[];
  plan: QuestionnairePlan | undefined;
}) {
  const t = useTranslations("desk.sheet.preview");
  return (
    <Disclosure summary={t("title", { items: items.length, minutes: minutesFor(items) })}>
      <ol className="space-y-5">
        {sectionsOf(items, plan).map((section) => (
          <li key={section.id}>
            <p className="font-sans text-sm text-muted">
              {section.planned?.title ?? t(`kind.${section.kind}`)} ·{" "}
              {t("minutes", { minutes: minutesFor(section.items) })}
            </p>
            <ul className="mt-1 space-y-1">
              {section.items.map((item) => (
                <li key={item.id}>{item.title}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <ButtonLink href={`/desk/studies/${study}/preview`} look="quiet" className="mt-3 -ml-4">
        {t("look")}
      </ButtonLink>
    </Disclosure>
  );
}
