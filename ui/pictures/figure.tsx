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
      <table aria-labelledby={titledBy} className="figures min-w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-edge">
            {head.map((label) => (
              <th
                key={label}
                scope="col"
                className={`px-2 py-1.5 text-right align-bottom font-medium text-muted first:pl-0 first:text-left last:pr-0 ${label.length > 1 ? "first-letter:uppercase" : ""}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line">
              <th
                scope="row"
                className="max-w-80 py-1.5 pr-2 text-left align-top font-normal [overflow-wrap:anywhere]"
              >
                {row.cells[0]}
              </th>
              {head.slice(1).map((label, place) => (
                <td
                  key={label}
                  className={`px-2 py-1.5 text-right align-top last:pr-0 ${isShort(row.cells[place + 1]) ? "whitespace-nowrap" : ""}`}
                >
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

/** A figure such as "12 (55%)" stays on its line; a reason in words may wrap. */
function isShort(cell: ReactNode): boolean {
  return typeof cell === "number" || (typeof cell === "string" && cell.length < 16);
}
