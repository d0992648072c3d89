import type { ReactNode } from "react";
import { useId } from "react";
import { Disclosure } from "@/ui/disclosure";

export type FigureTexts = {
  /** States the finding: "Most of the panel finds this desirable". */
  title: ReactNode;
  /** n, round, and how to read it. */
  caption: ReactNode;
  /** The level of the title in the page's outline; without it the title is a paragraph. */
  heading?: 2 | 3 | 4;
};

/** The numbers of a picture. The first cell of a row names it; heads and keys are unique. */
export type Numbers = {
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/**
 * The frame of a picture: the finding, the picture, n in the caption, and the same numbers in a table. A picture that
 * is itself a table needs no `numbers`.
 */
export function Figure({
  title,
  caption,
  heading,
  numbers,
  numbersLabel,
  titleId,
  children,
}: FigureTexts & { numbers?: Numbers; numbersLabel?: string; titleId?: string; children: ReactNode }) {
  const made = useId();
  const id = titleId ?? made;
  const Title = heading ? (`h${heading}` as const) : "p";
  return (
    <figure aria-labelledby={id} className="min-w-0 font-sans">
      <Title
        id={id}
        className="mb-4 max-w-measure font-serif text-xl font-semibold text-balance [overflow-wrap:anywhere]"
      >
        {title}
      </Title>
      {children}
      <figcaption className="mt-3 max-w-measure text-sm text-muted">{caption}</figcaption>
      {numbers ? (
        <Disclosure quiet summary={<span className="text-sm">{numbersLabel}</span>}>
          <NumbersTable titledBy={id} {...numbers} />
        </Disclosure>
      ) : null}
    </figure>
  );
}

/** The numbers of a picture, plain. Scrolls sideways in its own box where it is wider than the column. */
export function NumbersTable({ titledBy, head, rows }: Numbers & { titledBy: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-labelledby={titledBy}>
      {/* A page can have dozens of these tables: their looks are said once at the table, not in every cell. */}
      <table
        aria-labelledby={titledBy}
        className="figures min-w-full border-collapse text-right text-sm [&_tbody_th]:max-w-80 [&_tbody_th]:text-left [&_tbody_th]:align-top [&_tbody_th]:font-normal [&_tbody_th]:[overflow-wrap:anywhere] [&_td]:align-top [&_td]:px-2 [&_td]:py-1.5 [&_td:last-child]:pr-0 [&_th]:px-2 [&_th]:py-1.5 [&_th:first-child]:pl-0 [&_thead_th]:align-bottom [&_thead_th]:font-medium [&_thead_th]:text-muted [&_thead_th:first-child]:text-left [&_thead_th:last-child]:pr-0 [&_thead_tr]:border-edge [&_tr]:border-b [&_tbody_tr]:border-line"
      >
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} scope="col" className={label.length > 1 ? "first-letter:uppercase" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.cells[0]}</th>
              {head.slice(1).map((label, place) => (
                <td key={label} className={isShort(row.cells[place + 1]) ? "whitespace-nowrap" : undefined}>
                  {row.cells[place + 1]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A figure such as "12 (55%)" stays on its line; a reason in words may wrap, and a bare number can't. */
function isShort(cell: ReactNode): boolean {
  return typeof cell === "string" && cell.includes(" ") && cell.length < 16;
}
