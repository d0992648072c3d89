import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { Edition } from "@/delphi/publication";
import { Section } from "../_frame/article";

/** The published views that the panel started from, by author and source; what they say stands on the study's page. */
export async function Positions({ edition: { positions, sources, study } }: { edition: Edition }) {
  const text = await getTranslations("public.results.positions");
  const { written } = await dates();
  const named = (from: string | null | undefined) => {
    const source = sources.find((one) => one.id === from);
    return source && `“${source.title}”, ${source.publisher}, ${written(source.published)}`;
  };
  // What all were published in is said once.
  const shared =
    new Set(positions.map(({ source }) => source)).size === 1 ? named(positions[0]!.source) : null;
  return (
    <Section id="positions" title={text("title")} note={<p>{text("note")}</p>}>
      <p>
        {text("lead", { count: positions.length })}{" "}
        <a href={`/studies/${study.slug}#positions`} className="link">
          {text("read")}
        </a>
      </p>
      {shared && positions.length > 1 ? (
        <p className="font-sans text-sm text-muted">{text("shared", { source: shared })}</p>
      ) : null}
      <ul className="space-y-2">
        {positions.map(({ id, author, affiliation, source: from }) => {
          return (
            <li key={id}>
              {author}
              <span className="block font-sans text-sm text-muted">
                {[affiliation, shared && positions.length > 1 ? null : named(from)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
