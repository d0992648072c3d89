import type { ReactNode } from "react";

/** A line across the top of every page, for what is true of the whole place or study. Goes into Page's `strips`. */
export function Banner({
  kind = "info",
  label,
  children,
}: {
  kind?: "info" | "caution";
  /** Names the region for screen readers. */
  label: string;
  children: ReactNode;
}) {
  const look = kind === "caution" ? "bg-caution-wash border-caution" : "bg-wash border-line";
  return (
    <section aria-label={label} className={`border-b ${look}`}>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 font-sans text-sm sm:px-6">
        {children}
      </div>
    </section>
  );
}
