import { getTranslations } from "next-intl/server";
import type { Edition, ReleasedText } from "@/delphi/publication";
import { Quotes } from "./reasons";

/** A theme of an open question, with its number by round. */
export type PublishedTheme = {
  readonly name: string;
  readonly rounds: readonly { readonly round: number; readonly n: number | null }[];
};

/** The themes of one question, those of the latest round first; none where nobody grouped its answers. */
export function themesOn(edition: Edition, item: string): readonly PublishedTheme[] {
  const found = edition.rounds
    .toReversed()
    .flatMap(({ round, themes = [] }) =>
      themes.filter((theme) => theme.item === item).map(({ name, n }) => ({ name, round, n })),
    );
  return [...new Set(found.map(({ name }) => name))].map((name) => ({
    name,
    rounds: found.filter((one) => one.name === name),
  }));
}

/** The themes that a moderator found in the answers, each with its number where enough experts speak of it. */
export async function AnswerThemes({
  themes,
  answers,
}: {
  themes: readonly PublishedTheme[];
  /** With them, the answers stand under their themes, and those under none below. */
  answers?: readonly ReleasedText[];
}) {
  const text = await getTranslations("public.results.open");
  const under = (name: string | undefined) => answers?.filter((one) => one.theme === name) ?? [];
  return (
    <>
      <p className="text-base text-muted">{text("themes")}</p>
      <ul className="border-t border-line">
        {themes.map(({ name, rounds }) => (
          <li key={name} className="border-b border-line py-3">
            <p className="text-lg font-medium [overflow-wrap:anywhere]">{name}</p>
            <p className="figures font-sans text-sm text-muted">
              {rounds
                .map(({ round, n }) => text(n === null ? "theme-few" : "theme-count", { round, n: n ?? 0 }))
                .join(" ")}
            </p>
            <Quotes texts={under(name)} />
          </li>
        ))}
      </ul>
      {under(undefined).length > 0 ? (
        <div>
          <p className="text-lg font-medium">{text("no-theme")}</p>
          <Quotes texts={under(undefined)} />
        </div>
      ) : null}
    </>
  );
}
