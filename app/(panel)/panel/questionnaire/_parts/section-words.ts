import { getTranslations } from "next-intl/server";
import type { Section } from "@/delphi/questionnaire";

/** What a section is called, and what stands above its items: the facilitator's own words where there are any. */
export async function sectionWords() {
  const text = await getTranslations("panel");
  return {
    title: ({ planned, kind, part, parts }: Section): string =>
      planned
        ? text("section.planned", { title: planned.title, part, parts })
        : text(`section.${kind}`, { part, parts }),
    introduction: ({ planned, kind, part }: Section): string => {
      if (!planned) return text(`intro.${kind}`);
      return part === 1 ? planned.introduction : "";
    },
  };
}
