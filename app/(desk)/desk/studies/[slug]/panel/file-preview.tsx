"use client";

import { useState } from "react";
import { PANEL_FIELDS } from "@/db/panel-fields";
import { Button } from "@/ui/button";
import { CheckField, SelectField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import type { Preview } from "./file-state";
import type { FileWords } from "./file-words";
import { LeftOutLines } from "./left-out-lines";

/** What a file would do to the panel. Its columns can be matched otherwise; then it is read again first. */
export function FilePreview({
  preview,
  words,
  pending,
  send,
  back,
}: {
  preview: Preview;
  words: FileWords;
  pending: boolean;
  send: (form: FormData) => void;
  back: () => void;
}) {
  const [changed, setChanged] = useState(false);
  const { add, said, groups } = preview;
  return (
    <form action={send} className="space-y-6" onChange={() => setChanged(true)}>
      <div className="max-w-measure">
        <Notice live title={said}>
          {groups ? <p>{groups}</p> : null}
        </Notice>
      </div>
      {preview.heads.length > 1 ? <Columns preview={preview} words={words} /> : null}
      {preview.first.length > 0 && !changed ? <FirstRows preview={preview} words={words} /> : null}
      <div className="flex flex-wrap gap-3">
        {changed ? (
          <Button name="intent" value="check" disabled={pending}>
            {words.again}
          </Button>
        ) : null}
        {add && !changed ? (
          <Button name="intent" value="add" disabled={pending}>
            {add}
          </Button>
        ) : null}
        <Button type="button" look="secondary" disabled={pending} formNoValidate onClick={back}>
          {words.back}
        </Button>
      </div>
      {changed ? null : <LeftOutLines lines={preview} words={words} />}
    </form>
  );
}

function Columns({ preview: { columns, heads }, words }: { preview: Preview; words: FileWords }) {
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
            defaultValue={columns?.fields[at] ?? ""}
          >
            <option value="">{words.nothing}</option>
            {PANEL_FIELDS.map((field) => (
              <option key={field} value={field}>
                {words.fields[field]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <CheckField name="header" label={words.header} defaultChecked={columns?.header ?? false} />
    </fieldset>
  );
}

function FirstRows({ preview: { first }, words }: { preview: Preview; words: FileWords }) {
  const keys = (["name", "address", "stratum", "language", "note"] as const).filter(
    (key) => key === "address" || first.some((row) => row[key] !== ""),
  );
  return (
    <Table
      caption={words.firstRows}
      columns={keys.map((key) => ({ key, label: words.fields[key] }))}
      rows={first.map((row) => ({
        key: row.address,
        cells: Object.fromEntries(
          keys.map((key) => [
            key,
            <span className="[overflow-wrap:anywhere]" key={key}>
              {row[key] || "–"}
            </span>,
          ]),
        ),
      }))}
    />
  );
}
