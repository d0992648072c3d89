import type { ReactNode } from "react";

/** The diamond that stands for one's own answer, and for nothing else. */
export function OwnDiamond({ className = "size-3" }: { className?: string }) {
  return (
    <svg viewBox="0 0 12 12" className={`shrink-0 text-you ${className}`} aria-hidden="true">
      <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />
    </svg>
  );
}

/** One's own earlier answer in words, with its diamond: "Your last answer: 4, desirable". */
export function OwnAnswer({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-baseline gap-2 font-sans text-sm font-medium text-you">
      <OwnDiamond className="relative top-px size-3" />
      <span>{children}</span>
    </p>
  );
}
