import type { ReactNode } from "react";

/** "Rounds 1 and 2 were run elsewhere": stands wherever rounds are spoken of whose answers were brought in. */
export function ImportedMark({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-md border border-dashed border-edge px-2 py-0.5 align-middle font-sans text-sm leading-tight font-medium text-muted">
      <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
        <path
          d="M6 1v6M3.25 4.5 6 7.25 8.75 4.5M1.5 10.5h9"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {children}
    </span>
  );
}
