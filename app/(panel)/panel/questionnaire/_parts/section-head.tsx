import { getTranslations } from "next-intl/server";
import type { Section } from "@/delphi/questionnaire";
import { sectionWords } from "./section-words";

/** Which round, which section, and what its items have in common. */
export async function SectionHead({
  round,
  section,
}: {
  round: { readonly number: number; readonly of: number };
  /** Null where all of them stand on one page. */
  section: Section | null;
}) {
  const text = await getTranslations("panel.questionnaire");
  const words = await sectionWords();
  const introduction = section && words.introduction(section);
  return (
    <header className="space-y-3">
      <p className="font-sans text-base text-muted">{text("round", { round: round.number, of: round.of })}</p>
      <h1>{section ? words.title(section) : text("view.all-title")}</h1>
      {introduction ? <p className="whitespace-pre-line">{introduction}</p> : null}
    </header>
  );
}
