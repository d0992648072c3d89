import { getTranslations } from "next-intl/server";
import { environment } from "@/db/environment";
import type { Edition } from "@/delphi/publication";
import { Disclosure } from "@/ui/disclosure";
import type { PlateName } from "../_plates/plate-names";

type Props = { edition: Edition; title: string; names: readonly PlateName[] };

/** Folded away: each picture as a file of both kinds, and as a line for another page. They carry their finding, n, source and digest. */
export async function PlateList({ edition, title, names }: Props) {
  const text = await getTranslations("public.results.pictures");
  const base = `/studies/${edition.study.slug}/editions/${edition.number}`;
  const titleOf = (item?: string) => edition.items.find(({ id }) => id === item)?.title ?? "";
  return (
    <div className="screen-only">
      <Disclosure quiet summary={title}>
        <p className="mb-3 max-w-measure text-sm text-muted">{text("lead")}</p>
        <ul className="max-w-measure space-y-3 font-sans text-sm">
          {names.map(({ name, about, part, item }) => (
            <li key={name}>
              {text(about, { criterion: part.replaceAll("-", " "), item: titleOf(item) })}:{" "}
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
    </div>
  );
}

const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
