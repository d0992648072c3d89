import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { type Block, beginsPage, type Report } from "./blocks";
import { faceRules } from "./report-faces";
import { footRule, REPORT_STYLE } from "./report-style";

/** A report as one file without script that loads nothing, and the policy that holds it to that. */
export type ReportPage = { readonly html: string; readonly policy: string };

export async function reportHtml(report: Report, ask: string | null): Promise<ReportPage> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  const style = `${faceRules()}${REPORT_STYLE}${footRule(report.foot)}`;
  const hash = createHash("sha256").update(style).digest("base64");
  const own = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; object-src 'none'; form-action 'none'`;
  const page = renderToStaticMarkup(<Page report={report} ask={ask} style={style} policy={own} />);
  return { html: `<!doctype html>${page}\n`, policy: `${own}; frame-ancestors 'none'` };
}

type PageProps = { report: Report; ask: string | null; style: string; policy: string };

function Page({ report, ask, style, policy }: PageProps) {
  const { marks, over, title, question, facts, blocks } = report;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        {/* Also where the file was saved, or is printed from a folder. */}
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{[title, over].join(". ")}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the house's own style, and a title whose signs are escaped */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          {marks.map(({ mark }) => (
            <p key={mark} className="mark">
              {mark}
            </p>
          ))}
          <p className="over">{over}</p>
          <h1 dir="auto">{title}</h1>
          <p className="question" dir="auto">
            {question}
          </p>
          <dl>
            {facts.map(([term, fact]) => (
              <Fact key={term} term={term} fact={fact} />
            ))}
          </dl>
          {marks.map(({ sentence }) => (
            <p key={sentence} className="ask kept">
              {sentence}
            </p>
          ))}
          {ask ? <p className="ask">{ask}</p> : null}
        </header>
        <Contents report={report} />
        <main>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
            <Written key={at} block={block} under={headAbove(blocks, at)} />
          ))}
        </main>
      </body>
    </html>
  );
}

const Fact = ({ term, fact }: { term: string; fact: string }) => (
  <>
    <dt>{term}</dt>
    <dd dir="auto">{fact}</dd>
  </>
);

const anchor = (number: string): string => `s${number.replace(".", "-").toLowerCase()}`;

function Contents({ report: { contents, blocks } }: { report: Report }) {
  return (
    <nav aria-label={contents}>
      <h2>{contents}</h2>
      <ol>
        {blocks.map((block) =>
          block.kind === "chapter" || block.kind === "section" ? (
            <li key={block.number} className={block.kind === "section" ? "in" : undefined}>
              <a href={`#${anchor(block.number)}`}>
                <span className="n">{block.number}</span> {block.text}
              </a>
            </li>
          ) : null,
        )}
      </ol>
    </nav>
  );
}

/** A heading goes one level below the last chapter or section. */
const headAbove = (blocks: readonly Block[], at: number): "h3" | "h4" =>
  blocks.slice(0, at).findLast(({ kind }) => kind === "chapter" || kind === "section")?.kind === "chapter"
    ? "h3"
    : "h4";

function Written({ block, under: Heading }: { block: Block; under: "h3" | "h4" }): ReactElement {
  switch (block.kind) {
    case "chapter":
    case "section": {
      const Head = block.kind === "chapter" ? "h2" : "h3";
      return (
        <Head id={anchor(block.number)} className={beginsPage(block.number) ? "fresh" : undefined}>
          <span className="n">{block.number}</span>
          {block.text}
        </Head>
      );
    }
    case "heading":
      return (
        <Heading className="minor" dir="auto">
          {block.text}
        </Heading>
      );
    case "paragraph":
      return <p dir="auto">{block.text}</p>;
    case "quiet":
      return <p className="quiet">{block.text}</p>;
    case "list":
    case "quotes":
      return (
        <ul className={block.kind === "quotes" ? "said" : undefined}>
          {block.texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: equal texts may stand beside each other
            <li key={at} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      );
    case "picture":
      return <figure>{block.plate}</figure>;
    case "table":
      return <Rows table={block} />;
  }
}

function Rows({ table: { caption, columns, rows } }: { table: Extract<Block, { kind: "table" }> }) {
  const side = (at: number) => (columns[at]?.numeric ? "num" : undefined);
  return (
    <table>
      <caption>{caption}</caption>
      <colgroup>
        {columns.map(({ label, width }) => (
          <col key={label} width={`${width}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ label }, at) => (
            <th key={label} scope="col" className={side(at)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <tr key={place}>
            {row.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
              <td key={at} className={side(at)} dir={columns[at]?.numeric ? undefined : "auto"}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
