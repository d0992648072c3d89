/** The mark: three concentric rings with a gap, a round house seen from above; the rings are the rounds. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <path
        d="M13.25 18.9A4 4 0 1 1 18.75 18.9M13.25 24.31A8.75 8.75 0 1 1 18.75 24.31M13.25 29.22A13.5 13.5 0 1 1 18.75 29.22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
      />
    </svg>
  );
}
