"use client";

import type { ReactNode, SubmitEvent } from "react";
import { hintAt } from "@/app/(panel)/panel/questionnaire/_parts/hints";
import { SECTION_FORM, SectionBar } from "@/app/(panel)/panel/questionnaire/_parts/section-bar";

/** A section to try out: it can be filled in, its hints come, and nothing is sent or kept. */
export function PreviewForm({
  line,
  buttons,
  children,
}: {
  line: string;
  buttons: ReactNode;
  children: ReactNode;
}) {
  const keepHere = (event: SubmitEvent<HTMLFormElement>) => event.preventDefault();
  return (
    <form
      onSubmit={keepHere}
      onInput={(event) => hintAt(event.target)}
      autoComplete="off"
      className={SECTION_FORM}
    >
      {children}
      <SectionBar line={<p className="font-sans text-sm text-muted">{line}</p>} buttons={buttons} />
    </form>
  );
}
