import type { ReactNode } from "react";
import { Disclosure } from "@/ui/disclosure";

export type Chapter = { readonly id: string; readonly title: string };

/** A long page: its contents beside it (folded above it on a narrow screen), its chapters in a column. */
export function Article({
  label,
  chapters,
  children,
}: {
  label: string;
  chapters: readonly Chapter[];
  children: ReactNode;
}) {
  return (
    <div className="mt-10 lg:grid print:block lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-x-12">
      <nav aria-label={label} className="screen-only max-lg:hidden">
        <ol className="sticky top-8 space-y-0.5 border-t border-ink pt-3">
          <ChapterLinks chapters={chapters} />
        </ol>
      </nav>
      <div className="screen-only mb-8 lg:hidden">
        <Disclosure summary={label}>
          <ol>
            <ChapterLinks chapters={chapters} />
          </ol>
        </Disclosure>
      </div>
      <div className="min-w-0 space-y-12">{children}</div>
    </div>
  );
}

const ChapterLinks = ({ chapters }: { chapters: readonly Chapter[] }) =>
  chapters.map((chapter) => (
    <li key={chapter.id}>
      <a
        href={`#${chapter.id}`}
        className="inline-flex min-h-9 items-center font-sans text-sm leading-snug text-muted underline-offset-4 hover:text-ink hover:underline max-lg:min-h-11"
      >
        {chapter.title}
      </a>
    </li>
  ));

/** One chapter: the text in the measure, notes in the margin, pictures that need room below both. */
export function Section({
  id,
  title,
  note,
  wide,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  wide?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} className="border-t border-ink pt-3">
      <h2 id={id} className="scroll-mt-4">
        <span id={`${id}-title`}>{title}</span>
      </h2>
      {children || note ? (
        <div className="mt-5 xl:grid xl:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] xl:gap-x-10">
          <div className="min-w-0 max-w-measure space-y-4">{children}</div>
          {note ? (
            <aside className="space-y-3 font-sans text-sm text-muted max-xl:mt-4 max-xl:max-w-measure">
              {note}
            </aside>
          ) : null}
        </div>
      ) : null}
      {wide ? <div className="mt-8 space-y-12">{wide}</div> : null}
    </section>
  );
}
