import { percent } from "@/ui/pictures/axis";

/** How many of a group, as a bar over the whole width and in words after it. */
export function ShareBar({ count, n, text }: { count: number; n: number; text: string }) {
  const length = n === 0 ? 0 : (100 * count) / n;
  return (
    <span className="flex flex-wrap items-center gap-x-3 font-sans text-sm">
      <svg width="100%" height="12" className="min-w-24 max-w-72 flex-1" aria-hidden="true">
        <rect x="0" y="5" width="100%" height="2" fill="var(--line)" />
        <rect x="0" y="1" width={percent(length)} height="10" fill="var(--accent)" />
      </svg>
      <span className="figures w-32 shrink-0 text-muted">{text}</span>
    </span>
  );
}
