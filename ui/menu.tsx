"use client";

import type { Route } from "next";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";

/** A link, or the submission of a form that stands elsewhere on the page under this id. */
export type MenuEntry = { key: string; label: ReactNode; danger?: boolean } & (
  | { href: Route }
  | { form: string }
);

const item =
  "flex min-h-11 w-full cursor-pointer items-center px-4 text-left outline-none data-highlighted:bg-wash";

/** Rarely needed actions behind one button. For the desk only, since it needs JavaScript. */
export function Menu({ trigger, entries }: { trigger: ReactNode; entries: readonly MenuEntry[] }) {
  return (
    // Not modal: a menu need not hold the page still, and holding it still takes an inline style.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>
        <Button type="button" look="secondary">
          {trigger}
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
            <path d="M1.5 4 6 8.5 10.5 4" fill="none" stroke="currentColor" strokeWidth="1.75" />
          </svg>
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={4}
          className="z-50 min-w-48 rounded-md border border-edge bg-card py-1 font-sans text-base text-ink"
        >
          {entries.map((entry) =>
            "href" in entry ? (
              <Radix.Item key={entry.key} asChild className={`${item} ${entry.danger ? "text-caution" : ""}`}>
                <Link href={entry.href}>{entry.label}</Link>
              </Radix.Item>
            ) : (
              <Radix.Item
                key={entry.key}
                className={`${item} ${entry.danger ? "text-caution" : ""}`}
                onSelect={() => submitForm(entry.form)}
              >
                {entry.label}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function submitForm(id: string) {
  const form = document.getElementById(id);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
