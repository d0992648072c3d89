"use client";

import { useState } from "react";
import { Button } from "@/ui/button";

const WIDTHS = { phone: "w-[390px] max-w-full", desktop: "w-[1120px]" } as const;
type Device = keyof typeof WIDTHS;

/** The questionnaire in a window as wide as a phone or a desktop. It can't send anything from there. */
export function PreviewFrame({
  src,
  title,
  words,
}: {
  src: string;
  title: string;
  words: Readonly<Record<Device | "legend", string>>;
}) {
  const [device, setDevice] = useState<Device>("phone");
  return (
    <div className="space-y-3">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{words.legend}</legend>
        {(["phone", "desktop"] as const).map((one) => (
          <Button
            key={one}
            type="button"
            look={one === device ? "primary" : "secondary"}
            aria-pressed={one === device}
            onClick={() => setDevice(one)}
          >
            {words[one]}
          </Button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, so a keyboard must reach it */}
      <section tabIndex={0} aria-label={title} className="overflow-x-auto">
        <iframe
          src={src}
          title={title}
          sandbox="allow-scripts allow-same-origin"
          className={`h-[48rem] max-h-[85dvh] rounded-md border border-edge bg-paper ${WIDTHS[device]}`}
        />
      </section>
    </div>
  );
}
