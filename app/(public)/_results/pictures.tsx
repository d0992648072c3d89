import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import type { Edition } from "@/delphi/publication";
import { Disclosure } from "@/ui/disclosure";
import { plateNames } from "../_plates/plate-names";

/** The pictures of an edition as files, and the lines that set one into another page. */
export async function Pictures({ edition }: { edition: Edition }) {
  const text = await getTranslations("public.results.pictures");
  const base = `/studies/${edition.study.slug}/editions/${edition.number}`;
  return (
    <Disclosure quiet summary={text("title")}>
      <p className="mb-3 text-sm text-muted">{text("lead")}</p>
      <ul className="space-y-3 font-sans text-sm">
        {plateNames(edition).map(({ name, about, part }) => (
          <li key={name}>
            {text(about, { criterion: part.replaceAll("-", " ") })}:{" "}
            <a className="link" href={`${base}/pictures/${name}.svg`}>
              {text("svg")}
            </a>
            ,{" "}
            <a className="link" href={`${base}/pictures/${name}.png`}>
              {text("png")}
            </a>
            <code className="mt-1 block text-xs [overflow-wrap:anywhere] select-all">
              {`<iframe src="${environment().url}${base}/embed/${name}" width="100%" height="600" style="border:0" loading="lazy" title="${quoted(edition.study.title)}"></iframe>`}
            </code>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
