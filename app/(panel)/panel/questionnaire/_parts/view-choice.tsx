import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ALL, placeOfOne, type ShownItems, type View } from "./shown-items";

/** The ways to go through the questionnaire, as links; what was entered stays where it is. */
export async function ViewChoice({ shown }: { shown: ShownItems }) {
  const text = await getTranslations("panel.questionnaire.view");
  const { sections, items, section, view } = shown;
  const first = items[0] ?? sections[0]?.items[0];
  if (!first || sections.flatMap((one) => one.items).length < 2) return null;
  const here = section ?? sections.find((one) => one.items.includes(first))!;
  const ways: readonly (readonly [View, Route])[] = [
    ["sections", `/panel/questionnaire/${here.id}` as Route],
    ["one", placeOfOne(sections, first)],
    ["all", `/panel/questionnaire/${ALL}` as Route],
  ];
  return (
    <nav aria-label={text("title")} className="font-sans text-sm">
      <ul className="flex flex-wrap gap-x-5">
        {ways.map(([way, href]) => (
          <li key={way}>
            <a
              href={href}
              aria-current={way === view ? "true" : undefined}
              className="target inline-flex items-center text-accent underline-offset-4 hover:underline aria-current:font-medium aria-current:text-ink"
            >
              {text(way)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
