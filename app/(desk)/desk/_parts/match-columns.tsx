"use client";

import { CheckField, SelectField } from "@/ui/field";

type Words = Readonly<Record<"columns" | "columnsHint" | "column" | "nothing" | "header", string>>;

/** What each column of a file means, as it was guessed, to be corrected: fields called `column`, and `header`. */
export function MatchColumns({
  heads,
  chosen,
  fields,
  words,
}: {
  heads: readonly { readonly head: string; readonly values: readonly string[] }[];
  chosen: { readonly header: boolean; readonly fields: readonly (string | null)[] } | null;
  fields: readonly { readonly value: string; readonly label: string }[];
  words: Words;
}) {
  return (
    <fieldset className="space-y-3 font-sans text-base">
      <legend className="mb-1 font-medium">{words.columns}</legend>
      <p className="max-w-measure text-sm text-muted">{words.columnsHint}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {heads.map(({ head, values }, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={at}
            name="column"
            label={head || `${words.column} ${at + 1}`}
            hint={
              values.length > 0 ? (
                <span className="[overflow-wrap:anywhere]">{values.join(" · ")}</span>
              ) : undefined
            }
            defaultValue={chosen?.fields[at] ?? ""}
          >
            <option value="">{words.nothing}</option>
            {fields.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <CheckField name="header" label={words.header} defaultChecked={chosen?.header ?? false} />
    </fieldset>
  );
}
