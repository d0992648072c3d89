"use client";

import { useActionState, useState } from "react";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { type ImportState, importPanelAction } from "./actions";
import { LARGEST_FILE } from "./largest-file";

type Words = Readonly<
  Record<
    | "how"
    | "groups"
    | "paste"
    | "example"
    | "file"
    | "fileHint"
    | "tooLarge"
    | "submit"
    | "line"
    | "reason"
    | "bad",
    string
  >
>;

const NOTHING: ImportState = { refused: null, report: null };

/** Addresses by paste or from a file. Good lines are kept; each other one is listed with its reason. */
export function ImportPanel({ study, words }: { study: string; words: Words }) {
  const [state, send, pending] = useActionState(importPanelAction, NOTHING);
  const [large, setLarge] = useState({ text: false, file: false });
  const tooLarge = large.text || large.file;
  return (
    <form action={send} className="max-w-measure space-y-6">
      <input type="hidden" name="study" value={study} />
      <Outcome state={state} words={words} />
      <p className="text-base">{words.how}</p>
      <p className="text-base">{words.groups}</p>
      <TextArea
        name="text"
        label={words.paste}
        rows={8}
        placeholder={words.example}
        defaultValue={state.refused?.values.text}
        className="font-mono text-base"
        spellCheck={false}
        error={large.text ? words.tooLarge : undefined}
        onChange={({ currentTarget: { value } }) =>
          setLarge({ ...large, text: new Blob([value]).size > LARGEST_FILE })
        }
      />
      <TextField
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={words.file}
        hint={words.fileHint}
        error={large.file ? words.tooLarge : undefined}
        onChange={({ currentTarget: { files } }) =>
          setLarge({ ...large, file: (files?.[0]?.size ?? 0) > LARGEST_FILE })
        }
      />
      <Button disabled={pending || tooLarge}>{words.submit}</Button>
    </form>
  );
}

function Outcome({ state, words }: { state: ImportState; words: Words }) {
  if (state.refused) return <Notice kind="caution" live title={state.refused.message} />;
  if (!state.report) return null;
  const { said, bad } = state.report;
  return (
    <div className="space-y-4">
      <Notice kind={bad.length > 0 ? "info" : "success"} live title={said} />
      {bad.length > 0 ? (
        <Table
          caption={words.bad}
          columns={[
            { key: "line", label: words.line },
            { key: "reason", label: words.reason },
          ]}
          rows={bad.map((row) => ({
            key: String(row.line),
            cells: { line: row.line, reason: row.reason },
          }))}
        />
      ) : null}
    </div>
  );
}
