"use client";

import { useState } from "react";
import { PANEL_FIELDS } from "@/db/panel-fields";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { LeftOutLines } from "../../../_parts/left-out-lines";
import { MatchColumns } from "../../../_parts/match-columns";
import type { Preview } from "./file-state";
import type { FileWords } from "./file-words";

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
      {preview.heads.length > 1 ? (
        <MatchColumns
          heads={preview.heads}
          chosen={preview.columns}
          fields={PANEL_FIELDS.map((field) => ({ value: field, label: words.fields[field] }))}
          words={words}
        />
      ) : null}
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
