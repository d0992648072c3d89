import type { ReactNode } from "react";

/** waiting: not begun · current: going on now · done: finished · caution: needs somebody · off: withdrawn, archived. */
export type StatusTone = "waiting" | "current" | "done" | "caution" | "off";

const tones: Record<StatusTone, string> = {
  waiting: "text-muted",
  current: "text-accent",
  done: "text-success",
  caution: "text-caution",
  off: "text-muted",
};

const dots: Record<StatusTone, ReactNode> = {
  waiting: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  current: (
    <>
      <circle cx="6" cy="6" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.25" />
      <circle cx="6" cy="6" r="2.75" fill="currentColor" />
    </>
  ),
  done: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  caution: <path d="M6 .75 11.5 11H.5Z" fill="currentColor" />,
  off: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2" />,
};

/** A state in words, with a dot whose shape says the same. */
export function Status({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-2 font-sans">
      <svg
        viewBox="0 0 12 12"
        className={`relative top-px size-3 shrink-0 ${tones[tone]}`}
        aria-hidden="true"
      >
        {dots[tone]}
      </svg>
      <span className={isShort(children) ? "sm:whitespace-nowrap" : "min-w-0"}>{children}</span>
    </span>
  );
}

/** A word or two stay on one line, as in a table; a sentence breaks where it must. */
const isShort = (children: ReactNode): boolean => typeof children === "string" && children.length <= 32;
