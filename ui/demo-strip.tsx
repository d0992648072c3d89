import type { ReactNode } from "react";
import { Banner } from "@/ui/banner";

/** A way into the demonstration: a form with a button where it signs somebody in, a link where it only leads somewhere. */
export type DemoWay = { key: string; control: ReactNode };

/** The quiet strip of the demonstration: what this is, and the ways in as an expert, as the facilitator, as a reader. */
export function DemoStrip({
  label,
  text,
  ways = [],
}: {
  label: string;
  text: ReactNode;
  ways?: readonly DemoWay[];
}) {
  return (
    <Banner label={label}>
      <p className="max-w-measure text-muted">{text}</p>
      {ways.length > 0 ? (
        <ul className="screen-only -ml-2 flex flex-wrap gap-x-2 sm:ml-auto">
          {ways.map((way) => (
            <li key={way.key}>{way.control}</li>
          ))}
        </ul>
      ) : null}
    </Banner>
  );
}

/** The look of a way in; give it to a button or a link. */
export const demoWay =
  "target inline-flex cursor-pointer items-center px-2 text-sm font-medium text-accent underline decoration-1 underline-offset-4 hover:decoration-2";
