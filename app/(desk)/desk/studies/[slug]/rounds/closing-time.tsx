"use client";

import { type ChangeEvent, useEffect, useState } from "react";
import { zonedMoment } from "@/delphi/zoned-moment";
import { FormRadios, FormSelect, FormText } from "../../../_parts/form-fields";
import { instantIn } from "./instant";

type Words = Readonly<Record<"legend" | "date" | "zone" | "hint" | "meant", string>>;
type OpeningWords = Readonly<Record<"legend" | "now" | "at" | "at-hint" | "date", string>>;

/**
 * When a round closes, and where it is still to open, when it opens: a date, a time of day and the zone they are
 * meant in. The zone of this browser is proposed; what was given is said again with what UTC clocks show.
 */
export function ClosingTime({
  zones,
  words,
  opening,
  onSchedule,
}: {
  zones: readonly string[];
  words: Words;
  opening?: OpeningWords;
  /** Told whether the round is to open at a set time. */
  onSchedule?: (set: boolean) => void;
}) {
  const [zone, setZone] = useState("UTC");
  const [times, setTimes] = useState({ opensAt: "", closesAt: "" });
  const [set, setSet] = useState(false);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(here)) setZone(here);
  }, [zones]);
  const typed = (name: keyof typeof times) => (event: ChangeEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    setTimes((before) => ({ ...before, [name]: value }));
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const at = event.target.name === "opens" && event.target.value === "at";
    if (event.target.name !== "opens") return;
    setSet(at);
    onSchedule?.(at);
  };
  return (
    <div className="space-y-8">
      {opening ? (
        <div className="space-y-3" onChange={choose}>
          <FormRadios
            name="opens"
            legend={opening.legend}
            defaultValue={set ? "at" : "now"}
            choices={[
              { value: "now", label: opening.now },
              { value: "at", label: opening.at, hint: opening["at-hint"] },
            ]}
          />
          {set ? (
            <FormText
              name="opensAt"
              type="datetime-local"
              label={opening.date}
              onChange={typed("opensAt")}
              hint={<Meant local={times.opensAt} zone={zone} word={words.meant} />}
            />
          ) : null}
        </div>
      ) : null}
      <fieldset className="space-y-3">
        <legend className="font-sans text-base font-medium">{words.legend}</legend>
        <p className="max-w-measure font-sans text-sm text-muted">{words.hint}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormText name="closesAt" type="datetime-local" label={words.date} onChange={typed("closesAt")} />
          <FormSelect
            name="zone"
            label={words.zone}
            defaultValue={zone}
            onChange={(event) => setZone(event.currentTarget.value)}
          >
            {zones.map((one) => (
              <option key={one} value={one}>
                {one.replaceAll("_", " ")}
              </option>
            ))}
          </FormSelect>
        </div>
        <p aria-live="polite" className="font-sans text-sm text-muted">
          <Meant local={times.closesAt} zone={zone} word={words.meant} />
        </p>
      </fieldset>
    </div>
  );
}

/** The moment that was typed, with its zone and in UTC; nothing while it is none. */
function Meant({ local, zone, word }: { local: string; zone: string; word: string }) {
  const instant = instantIn(zone, local);
  return instant ? `${word} ${zonedMoment(new Date(instant), zone)}` : null;
}
