"use client";

import { RATING_COLUMNS, USUAL_SCALES } from "@/delphi/rating-names";
import { SelectField } from "@/ui/field";
import { MatchColumns } from "../../../_parts/match-columns";
import type { Preview } from "./outside-state";
import type { OutsideWords } from "./outside-words";

/** How the file was read, to be corrected: what its columns mean, on which scale, and whose questions it answers. */
export function HowRead({
  preview,
  words,
  changed,
}: {
  preview: Preview;
  words: OutsideWords;
  changed: () => void;
}) {
  const { heads, columns, scale, questions, ownQuestions } = preview;
  return (
    <div className="space-y-6" onChange={changed}>
      <MatchColumns
        heads={heads}
        chosen={columns}
        fields={RATING_COLUMNS.map((field) => ({ value: field, label: words.fields[field] }))}
        words={words}
      />
      {ownQuestions > 0 ? (
        <fieldset className="font-sans text-base">
          <legend className="mb-1 font-medium">{words.questions}</legend>
          {(
            [
              ["study", words.fromStudy, words.fromStudyHint],
              ["file", words.fromFile, words.fromFileHint],
            ] as const
          ).map(([value, label, hint]) => (
            <Radio key={value} name="questions" value={value} label={label} hint={hint} chosen={questions} />
          ))}
        </fieldset>
      ) : null}
      {questions === "file" ? (
        <div className="max-w-measure">
          <SelectField name="scale" label={words.scale} hint={words.scaleHint} defaultValue={scale}>
            {USUAL_SCALES.map((one) => (
              <option key={one} value={one}>
                {words.scales[one]}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
    </div>
  );
}

/** One of few choices, with a sentence about what it means. Nothing is chosen where `chosen` is none of them. */
export function Radio({
  name,
  value,
  label,
  hint,
  chosen,
}: {
  name: string;
  value: string;
  label: string;
  hint: string;
  chosen: string | null;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
      <input
        type="radio"
        name={name}
        value={value}
        required
        defaultChecked={value === chosen}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        {label}
        <span className="block max-w-measure text-sm text-muted">{hint}</span>
      </span>
    </label>
  );
}
