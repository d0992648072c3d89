import type { ReactNode } from "react";

/** "simulated panel": stands wherever answers were made up for a rehearsal, on every page and in every picture. */
export function SimulatedMark({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-md border border-dashed border-caution px-2 py-0.5 align-middle font-sans text-sm leading-tight font-medium whitespace-nowrap text-caution">
      <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
        <circle
          cx="6"
          cy="6"
          r="4.75"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.4 2.2"
        />
      </svg>
      {children}
    </span>
  );
}
