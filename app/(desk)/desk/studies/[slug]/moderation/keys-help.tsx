"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Disclosure } from "@/ui/disclosure";
import { KEYS, keyName } from "./keys";

/** The keys and what each does; they work while a text has the focus. */
export function KeysHelp({ ref }: { ref: Ref<HTMLElement> }) {
  const t = useTranslations("desk.moderation.keys");
  return (
    <section ref={ref} tabIndex={-1} aria-label={t("title")}>
      <Disclosure quiet open summary={<span className="text-sm">{t("title")}</span>}>
        <p className="max-w-measure font-sans text-sm text-muted">{t("how")}</p>
        <dl className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-1 font-sans text-sm">
          {KEYS.map(([act]) => (
            <div key={act} className="flex items-baseline gap-3">
              <dt>
                <Key>{keyName(act)}</Key>
              </dt>
              <dd>{t(act)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}

/** Beside a button's word it is for the eyes: the button says its key in `aria-keyshortcuts`. */
export function Key({ children, seen = false }: { children: string; seen?: boolean }) {
  return (
    <kbd
      aria-hidden={seen || undefined}
      className="inline-block min-w-6 rounded-sm border border-edge bg-card px-1.5 text-center font-sans text-sm"
    >
      {children}
    </kbd>
  );
}
