export type ProgressSection = {
  key: string;
  label: string;
  href?: string;
  /** How many of its questions are answered. */
  answered: number;
  questions: number;
  current?: boolean;
};

/**
 * How far one is: a thin bar with one part for each section, as long as it has questions, and the time left in words.
 * `label` names it for screen readers, `text` says the same as the bar ("12 of 48 answered"), `left` the minutes left.
 */
export function ProgressBar({
  label,
  text,
  left,
  sections,
}: {
  label: string;
  text: string;
  left?: string;
  sections: readonly ProgressSection[];
}) {
  const current = sections.find((section) => section.current);
  const all = Math.max(
    1,
    sections.reduce((sum, section) => sum + section.questions, 0),
  );
  const parts = sections.map((section, index) => ({
    ...section,
    start: sections.slice(0, index).reduce((sum, before) => sum + before.questions, 0),
  }));
  const percent = (questions: number) => `${Math.round((questions / all) * 10000) / 100}%`;
  return (
    <section aria-label={label} className="font-sans text-sm">
      <svg role="img" aria-label={text} width="100%" height="6" className="block">
        {parts.map((part) => (
          <g key={part.key}>
            <rect x={percent(part.start)} width={percent(part.questions)} height="6" fill="var(--line)" />
            <rect x={percent(part.start)} width={percent(part.answered)} height="6" fill="var(--accent)" />
          </g>
        ))}
        {parts.slice(1).map((part) => (
          <line
            key={part.key}
            x1={percent(part.start)}
            x2={percent(part.start)}
            y1="0"
            y2="6"
            stroke="var(--paper)"
            strokeWidth="3"
          />
        ))}
      </svg>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-2">
        <p className="figures">
          {current ? <span className="mr-3 font-semibold">{current.label}</span> : null}
          <span className="text-muted">{text}</span>
        </p>
        {left ? <p className="figures text-muted">{left}</p> : null}
      </div>
    </section>
  );
}

/** The sections as links, for the head of a questionnaire; the current one is marked in weight and by aria-current. */
export function SectionLinks({ label, sections }: { label: string; sections: readonly ProgressSection[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap gap-x-5">
        {sections.map((section) => (
          <li key={section.key}>
            <a
              href={section.href}
              aria-current={section.current ? "step" : undefined}
              className="target inline-flex items-center gap-2 text-sm text-ink underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {section.label}
              <span className="figures font-normal text-muted">
                {section.answered}/{section.questions}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
