"use client";

import { useActionState, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { LARGEST_FILE } from "../panel/largest-file";
import { outsideFileAction } from "./actions";
import type { OutsideState } from "./outside-state";
import type { OutsideWords } from "./outside-words";
import { RoundsPreviewForm } from "./rounds-preview-form";

const NOTHING: OutsideState = { refused: null, problems: [], preview: null };
/** A chosen file is kept here and sent again: the server stores nothing in between. */
const KEPT = ["text", "file", "described"] as const;

/** Rounds by paste or from a file: first what would come of them, with what can be corrected, then the bringing in. */
export function ImportRounds({
  study,
  version,
  most,
  words,
}: {
  study: string;
  version: number;
  /** How many rounds the protocol foresees. */
  most: number;
  words: OutsideWords;
}) {
  const given = useRef<FormData>(null);
  const [state, act, pending] = useActionState<OutsideState, FormData | null>(async (before, form) => {
    if (form === null) return NOTHING;
    const next = await outsideFileAction(form);
    // A refusal on the second step leaves the preview where it was.
    return next.refused && form.has("intent") ? { ...next, preview: before.preview } : next;
  }, NOTHING);
  const send = (form: FormData) => {
    form.set("study", study);
    form.set("version", String(version));
    act(form);
  };
  const again = (form: FormData) => {
    for (const name of KEPT) {
      const value = given.current?.get(name);
      if (value) form.set(name, value);
    }
    send(form);
  };
  return (
    <div className="space-y-6">
      {state.refused ? (
        <div className="max-w-measure">
          <Notice kind="caution" live title={state.refused}>
            {state.problems.length > 0 ? (
              <ul className="list-disc pl-5 text-sm">
                {state.problems.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{message}</li>
                ))}
              </ul>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {state.preview ? (
        <RoundsPreviewForm
          key={JSON.stringify([state.preview.columns, state.preview.scale, state.preview.questions])}
          preview={state.preview}
          problems={state.problems}
          most={most}
          words={words}
          pending={pending}
          send={again}
          back={() => act(null)}
        />
      ) : (
        <GiveFile
          words={words}
          pending={pending}
          typed={String(given.current?.get("text") ?? "")}
          send={(form) => {
            given.current = form;
            send(form);
          }}
        />
      )}
    </div>
  );
}

const SHEETS =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function GiveFile({
  words,
  pending,
  typed,
  send,
}: {
  words: OutsideWords;
  pending: boolean;
  typed: string;
  send: (form: FormData) => void;
}) {
  const [bytes, setBytes] = useState({ file: 0, text: 0, described: 0 });
  const tooLarge = bytes.file + bytes.text + bytes.described > LARGEST_FILE;
  const weigh = (name: keyof typeof bytes, weight: number) => setBytes({ ...bytes, [name]: weight });
  const wrong = (name: keyof typeof bytes) => (tooLarge && bytes[name] > 0 ? words.tooLarge : undefined);
  return (
    <form action={send} className="max-w-measure space-y-6">
      <TextField
        name="file"
        type="file"
        accept={SHEETS}
        label={words.file}
        hint={words.fileHint}
        error={wrong("file")}
        onChange={({ currentTarget: { files } }) => weigh("file", files?.[0]?.size ?? 0)}
      />
      <TextArea
        key={typed}
        name="text"
        label={words.paste}
        rows={6}
        placeholder={words.example}
        defaultValue={typed}
        className="font-mono text-base"
        spellCheck={false}
        error={wrong("text")}
        onChange={({ currentTarget: { value } }) => weigh("text", new Blob([value]).size)}
      />
      <TextField
        name="described"
        type="file"
        accept={SHEETS}
        label={words.described}
        hint={words.describedHint}
        error={wrong("described")}
        onChange={({ currentTarget: { files } }) => weigh("described", files?.[0]?.size ?? 0)}
      />
      <Button disabled={pending || tooLarge}>{words.check}</Button>
    </form>
  );
}
