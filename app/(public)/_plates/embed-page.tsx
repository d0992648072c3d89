import { getTranslations } from "next-intl/server";
import type { ReactElement } from "react";
import { environment } from "@/db/environment";
import type { Edition } from "@/delphi/publication";

/** The variables of the house's two papers, and which of the two widths is shown. */
const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1c19;--muted:#5c584f;--line:#dcd7cb;--edge:#857f72;--caution:#9a3f12;--accent:#0f5f5c;--round-earliest:#b3ab9b;--round-latest:#1d1c19}
@media(prefers-color-scheme:dark){:root{--paper:#161513;--ink:#f1ede4;--muted:#b3ac9e;--line:#3a3731;--edge:#827c70;--caution:#f0a06a;--accent:#6cc5bd;--round-earliest:#6b665b;--round-latest:#f1ede4}}
body{margin:0;background:var(--paper);font:14px/1.5 Inter,Helvetica,Arial,sans-serif}
svg{display:block;width:100%;height:auto;max-width:960px;margin:0 auto}
.wide{display:none}p{max-width:960px;margin:0 auto;padding:0 1.75rem 1rem;box-sizing:border-box}a{color:var(--accent)}
@media(min-width:600px){.wide{display:block}.narrow{display:none}}`;

/** A whole page without script around one picture in two widths. */
export async function embedPage(edition: Edition, plates: readonly ReactElement[]): Promise<string> {
  const text = await getTranslations("public.plates");
  const { renderToStaticMarkup } = await import("react-dom/server");
  const [narrow, wide] = plates;
  const page = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{edition.study.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <div className="narrow">{narrow}</div>
        <div className="wide">{wide}</div>
        <p>
          <a
            href={`${environment().url}/studies/${edition.study.slug}/editions/${edition.number}`}
            target="_blank"
            rel="noopener"
          >
            {text("read")}
          </a>
        </p>
      </body>
    </html>,
  );
  return `<!doctype html>${page}`;
}
