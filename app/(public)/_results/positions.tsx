import { getTranslations } from "next-intl/server";
import { dates } from "@/app/_server/dates";
import type { Edition } from "@/delphi/publication";
import { Section } from "../_frame/article";

/** The published views that the panel started from, by author and source; what they say stands on the study's page. */
export async function Positions({ edition: { positions, sources, study } }: { edition: Edition }) {
  const text = await getTranslations("public.results.positions");
  const { written } = await dates();
  return (
    <Section id="positions" title={text("title")} note={<p>{text("note")}</p>}>
      <p>
        {text("lead", { count: positions.length })}{" "}
        <a href={`/studies/${study.slug}#positions`} className="link">
          {text("read")}
        </a>
      </p>
      <ul className="space-y-2">
        {positions.map(({ id, author, affiliation, source: from }) => {
          const source = sources.find((one) => one.id === from);
          return (
            <li key={id}>
              {author}
              <span className="block font-sans text-sm text-muted">
                {[
                  affiliation,
                  source && `“${source.title}”, ${source.publisher}, ${written(source.published)}`,
                ]
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
