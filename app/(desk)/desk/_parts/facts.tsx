import type { ReactNode } from "react";

export type Fact = { readonly term: string; readonly is: ReactNode };

/** A short list of what is so: term and value in two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="border-t border-line font-sans text-base">
      {facts.map((fact) => (
        <div key={fact.term} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
          <dt className="text-muted">{fact.term}</dt>
          <dd className="figures text-right [overflow-wrap:anywhere]">{fact.is}</dd>
        </div>
      ))}
    </dl>
  );
}
