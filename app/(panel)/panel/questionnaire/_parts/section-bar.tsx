import type { ReactNode } from "react";

/** What a section's form looks like. What is focused by keyboard must not come to lie under the bar, or under a statement that stays in sight. */
export const SECTION_FORM =
  "space-y-14 [&_:is(input,select,summary,textarea,button)]:scroll-mt-32 [&_:is(input,select,summary,textarea,button)]:scroll-mb-36";

/** The bar at the foot of a section: how saving stands, and the ways on. */
export function SectionBar({ line, buttons }: { line: ReactNode; buttons: ReactNode }) {
  return (
    <div className="screen-only sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      {line}
      <div className="mt-2 flex flex-wrap items-center gap-1.5 sm:gap-3">{buttons}</div>
    </div>
  );
}
