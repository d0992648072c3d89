"use client";

import { useEffect, useState } from "react";
import { FormSelect, FormText } from "../../../_parts/form-fields";

/** A date, a time of day and the zone they are meant in; the zone of this browser is proposed. */
export function ClosingTime({
  zones,
  words,
}: {
  zones: readonly string[];
  words: Readonly<Record<"legend" | "date" | "zone" | "hint", string>>;
}) {
  const [zone, setZone] = useState("UTC");
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(here)) setZone(here);
  }, [zones]);
  return (
    <fieldset className="space-y-3">
      <legend className="font-sans text-base font-medium">{words.legend}</legend>
      <p className="max-w-measure font-sans text-sm text-muted">{words.hint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormText name="closesAt" type="datetime-local" label={words.date} />
        <FormSelect name="zone" label={words.zone} defaultValue={zone}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll("_", " ")}
            </option>
          ))}
        </FormSelect>
      </div>
    </fieldset>
  );
}
