import type { ReactNode } from "react";

/** A part that opens. Native details, so it works without JavaScript, is found by "find in page" and prints open. */
export function Disclosure({
  summary,
  open = false,
  quiet = false,
  name,
  id,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  /** As a link below something, without lines around. */
  quiet?: boolean;
  /** Disclosures of one name: only one is open at a time. */
  name?: string;
  id?: string;
  children: ReactNode;
}) {
  const frame = quiet ? "" : "border-y border-line [&+&]:border-t-0";
  const head = quiet ? "text-base text-accent" : "py-3 text-base font-medium text-ink";
  return (
    <details id={id} open={open} name={name} className={frame}>
      <summary
        className={`flex min-h-11 cursor-pointer list-none items-center gap-2 font-sans hover:underline hover:underline-offset-4 [&::-webkit-details-marker]:hidden ${head}`}
      >
        <svg
          viewBox="0 0 12 12"
          className="size-3 shrink-0 text-accent transition-transform [details[open]>summary>&]:rotate-90"
          aria-hidden="true"
        >
          <path d="m4 1.5 4.5 4.5L4 10.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className={quiet ? "pt-1 pb-3" : "pb-5"}>{children}</div>
    </details>
  );
}
