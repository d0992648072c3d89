"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** The parts of a study's desk. The current one is marked in weight, by a line and by aria-current. */
export function Tabs<T extends string>({
  label,
  links,
}: {
  label: string;
  links: readonly { href: Route<T>; label: string; exact?: boolean }[];
}) {
  const path = usePathname();
  const isCurrent = (href: string, exact = false) => path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="flex flex-wrap gap-x-6 sm:-mb-px">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={isCurrent(link.href, link.exact) ? "page" : undefined}
              className="target inline-flex items-center border-b-2 border-transparent font-sans text-base text-ink hover:border-edge aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
