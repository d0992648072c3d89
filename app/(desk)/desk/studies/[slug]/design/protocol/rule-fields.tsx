"use client";

import { useState } from "react";
import { FormSelect, FormText } from "../../../../_parts/form-fields";
import type { RuleChoice } from "./rule-choices";

/** A choice of one published definition, with its own numbers below it and what it is blind to. */
export function RuleFields({
  name,
  choice,
  texts,
}: {
  name: string;
  choice: RuleChoice;
  texts: {
    readonly label: string;
    readonly none: string;
    readonly own: string;
    readonly source: string;
    readonly thresholds: Readonly<Record<string, string>>;
  };
}) {
  const [chosen, choose] = useState(choice.chosen);
  const preset = choice.presets.find((one) => one.name === chosen);
  return (
    <div className="space-y-4">
      <FormSelect
        name={name}
        label={texts.label}
        defaultValue={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="none">{texts.none}</option>
        {choice.chosen === "own" ? <option value="own">{texts.own}</option> : null}
        {choice.presets.map((one) => (
          <option key={one.name} value={one.name}>
            {one.title}
          </option>
        ))}
      </FormSelect>
      {preset ? (
        <div className="space-y-3 border-l-2 border-line pl-4" aria-live="polite">
          <p className="font-sans text-sm">{preset.convention}</p>
          <p className="font-sans text-sm text-muted">
            {preset.caution} {texts.source}: {preset.source}
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            {preset.thresholds.map((one) => (
              <FormText
                key={`${preset.name} ${one.name}`}
                name={`${name}.${one.name}`}
                type="number"
                min={one.least}
                max={one.most}
                step={one.step}
                label={texts.thresholds[one.name] ?? one.name}
                defaultValue={one.start}
              />
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}
