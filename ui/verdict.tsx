import type { ReactNode } from "react";

/** What the panel's answers to an item say by the locked rules. */
export type ConsensusMark = "agreed" | "majority" | "divided" | "open";

/** Whether they still move from round to round. */
export type StabilityMark = "steady" | "moving";

const shapes: Record<ConsensusMark | StabilityMark, ReactNode> = {
  agreed: <circle cx="8" cy="8" r="6.25" fill="currentColor" />,
  majority: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11Z" fill="currentColor" />
    </>
  ),
  divided: (
    <path
      d="M8 1.8 14.2 8 8 14.2 1.8 8Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  open: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  steady: <path d="M2 8h12" stroke="currentColor" strokeWidth="1.75" />,
  moving: (
    <path
      d="M8 2v12M4.75 5 8 1.75 11.25 5M4.75 11 8 14.25 11.25 11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
};

/** One glyph, drawn so that it looks alike in every font. Always stands beside its word. */
export function VerdictGlyph({
  mark,
  className = "size-4",
}: {
  mark: ConsensusMark | StabilityMark;
  className?: string;
}) {
  return (
    <svg viewBox="0 0 16 16" className={`shrink-0 ${className}`} aria-hidden="true">
      {shapes[mark]}
    </svg>
  );
}

/** The two separate verdicts on an item, each as glyph and word: agreed, majority, divided, open · steady, moving. */
export function Verdict({
  consensus,
  stability,
  aligned = false,
}: {
  consensus: { mark: ConsensusMark; label: ReactNode };
  stability?: { mark: StabilityMark; label: ReactNode };
  /** In a column of verdicts: the second one stands below the one above it. */
  aligned?: boolean;
}) {
  const layout = aligned
    ? "flex flex-wrap whitespace-nowrap max-sm:gap-x-3 sm:grid sm:grid-cols-[7rem_6rem]"
    : "inline-flex flex-wrap";
  return (
    <span className={`gap-x-4 gap-y-1 font-sans ${layout}`}>
      <span className="inline-flex items-center gap-2 font-medium">
        <VerdictGlyph mark={consensus.mark} />
        {consensus.label}
      </span>
      {stability ? (
        <span className="inline-flex items-center gap-1.5 text-muted">
          <VerdictGlyph mark={stability.mark} />
          {stability.label}
        </span>
      ) : null}
    </span>
  );
}
