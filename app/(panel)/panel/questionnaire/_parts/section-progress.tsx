import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/ui/disclosure";
import { ProgressBar, SectionLinks } from "@/ui/progress-bar";
import { type Filled, progressOf } from "./progress";
import { sectionWords } from "./section-words";

/** How far one is, and the sections with what is open in each. */
export async function SectionProgress({
  form,
  current,
  base,
}: {
  form: Filled & { readonly again?: boolean };
  current: string;
  /** What the addresses of the sections begin with. */
  base: string;
}) {
  const text = await getTranslations("panel");
  const words = await sectionWords();
  const { sections, answered, questions, minutesLeft, itemsLeft } = progressOf(form);
  const shown = sections.map((section) => ({
    key: section.id,
    label: words.title(section),
    href: `${base}/${section.id}`,
    answered: section.answered,
    questions: section.questions,
    current: section.id === current,
  }));
  return (
    <div>
      <ProgressBar
        label={text("questionnaire.progress")}
        text={text("questionnaire.answered", { answered, questions })}
        left={text(form.again ? "questionnaire.left-again" : "questionnaire.left", {
          minutes: minutesLeft,
          items: itemsLeft,
        })}
        sections={shown}
      />
      <div className="max-sm:hidden">
        <SectionLinks label={text("questionnaire.sections")} sections={shown} />
      </div>
      <div className="sm:hidden">
        <Disclosure quiet summary={<span className="text-sm">{text("questionnaire.sections")}</span>}>
          <SectionLinks label={text("questionnaire.sections")} sections={shown} />
        </Disclosure>
      </div>
    </div>
  );
}
