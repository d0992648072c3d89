import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/ui/mark";

/** text: a column to read · wide: text with margins for contents and notes · full: tables of the desk. */
export type PageWidth = "text" | "wide" | "full";

const widths: Record<PageWidth, string> = { text: "max-w-2xl", wide: "max-w-6xl", full: "max-w-7xl" };

/**
 * The frame of every page: skip link, strips above (demo mode, banner), the head with the mark and the ways in,
 * the main part, the foot. `home.label` names where the mark leads; `name` stands beside it.
 */
export function Page<T extends string>({
  skip,
  home,
  name,
  context,
  nav,
  strips,
  footer,
  width = "text",
  children,
}: {
  skip: string;
  home: { href: Route<T>; label: string };
  name: string;
  /** Where we are, beside the name: the study's title, "Desk". */
  context?: ReactNode;
  nav?: ReactNode;
  strips?: ReactNode;
  footer?: ReactNode;
  width?: PageWidth;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="screen-only sr-only font-sans text-base focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-accent focus:px-4 focus:py-3 focus:text-on-accent"
      >
        {skip}
      </a>
      {strips}
      <header className="border-b border-line">
        <div
          className={`mx-auto flex flex-wrap items-center justify-between gap-x-6 px-4 py-1.5 font-sans sm:px-6 ${widths[width]}`}
        >
          <Link
            href={home.href}
            aria-label={home.label}
            className="target flex items-center gap-2.5 text-accent"
          >
            <Mark />
            <span className="font-serif text-xl font-semibold text-ink">{name}</span>
          </Link>
          {context ? (
            <p className="min-w-0 flex-1 truncate text-sm text-muted max-sm:hidden">{context}</p>
          ) : null}
          {nav ? <div className="screen-only sm:ml-auto">{nav}</div> : null}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 pt-8 pb-16 outline-none sm:px-6 sm:pt-12 ${widths[width]}`}
      >
        {children}
      </main>
      {footer ? (
        <footer className="border-t border-line">
          <div className={`mx-auto px-4 py-8 font-sans text-sm text-muted sm:px-6 ${widths[width]}`}>
            {footer}
          </div>
        </footer>
      ) : null}
    </div>
  );
}

/** The links in the head or the foot. The current page is marked in weight and by aria-current. */
export function PageNav<T extends string>({
  label,
  links,
}: {
  label: string;
  links: readonly { href: Route<T>; label: ReactNode; current?: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-5">
        {links.map((link) => (
          <li key={String(link.href)}>
            <Link
              href={link.href}
              aria-current={link.current ? "page" : undefined}
              className="target inline-flex items-center text-base text-ink underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
