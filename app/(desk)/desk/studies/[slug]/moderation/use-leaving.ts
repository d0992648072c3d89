"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * Lets a click on a link wait while decisions are underway: the page it leads to would be made without them. Returns
 * whether one waits, and what follows it once all are taken.
 */
export function useLeaving(underway: RefObject<number>): readonly [boolean, () => boolean] {
  const router = useRouter();
  const next = useRef<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    const wait = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey;
      if (!link || elsewhere || underway.current === 0 || link.origin !== location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      next.current = `${link.pathname}${link.search}${link.hash}`;
      setLeaving(true);
    };
    document.addEventListener("click", wait, true);
    return () => document.removeEventListener("click", wait, true);
  }, [underway]);
  const go = (): boolean => {
    if (next.current === null) return false;
    router.push(next.current as Route);
    next.current = null;
    setLeaving(false);
    return true;
  };
  return [leaving, go];
}
