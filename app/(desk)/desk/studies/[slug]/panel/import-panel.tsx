"use client";

import { useActionState, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { LeftOutLines } from "../../../_parts/left-out-lines";
import { panelFileAction } from "./file-actions";
import { FilePreview } from "./file-preview";
import type { PanelFileState } from "./file-state";
import type { FileWords } from "./file-words";
import { LARGEST_FILE } from "./largest-file";

const NOTHING: PanelFileState = { refused: null, preview: null, report: null };

/**
 * Addresses by paste or from a file: first what it would do, with the columns to correct, then the adding. The
 * browser keeps what was given and sends it again, so that the server stores nothing in between.
 */
export function ImportPanel({ study, words }: { study: string; words: FileWords }) {
  const given = useRef<FormData>(null);
  const [state, act, pending] = useActionState<PanelFileState, FormData | null>(async (before, form) => {
    if (form === null) return NOTHING;
    const next = await panelFileAction(form);
    // A refusal on the second step leaves the preview where it was.
    return next.refused && form.has("intent") ? { ...next, preview: before.preview } : next;
  }, NOTHING);
  const again = (form: FormData) => {
    for (const name of ["text", "file", "study"]) {
      const value = given.current?.get(name);
      if (value) form.set(name, value);
    }
    act(form);
  };
  return (
    <div className="space-y-6">
      {state.refused ? (
        <div className="max-w-measure">
          <Notice kind="caution" live title={state.refused} />
        </div>
      ) : null}
      {state.report ? (
        <div className="space-y-4">
          <Notice kind={state.report.bad.length > 0 ? "info" : "success"} live title={state.report.said} />
          <LeftOutLines lines={state.report} words={words} />
        </div>
      ) : null}
      {state.preview ? (
        <FilePreview
          key={JSON.stringify(state.preview.columns)}
          preview={state.preview}
          words={words}
          pending={pending}
          send={again}
          back={() => act(null)}
        />
      ) : (
        <GiveFile
          study={study}
          words={words}
          pending={pending}
          typed={String(given.current?.get("text") ?? "")}
          keep={state.report === null}
          send={(form) => {
            given.current = form;
            act(form);
          }}
        />
      )}
    </div>
  );
}

function GiveFile({
  study,
  words,
  pending,
  typed,
  keep,
  send,
}: {
  study: string;
  words: FileWords;
  pending: boolean;
  typed: string;
  /** Whether what was typed is still to be worked on. */
  keep: boolean;
  send: (form: FormData) => void;
}) {
  const [large, setLarge] = useState({ text: false, file: false });
  return (
    <form action={send} className="max-w-measure space-y-6">
      <input type="hidden" name="study" value={study} />
      <p className="text-base">{words.how}</p>
      <p className="text-base">{words.groups}</p>
      <TextArea
        key={keep ? typed : ""}
        name="text"
        label={words.paste}
        rows={8}
        placeholder={words.example}
        defaultValue={keep ? typed : ""}
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
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={words.file}
        hint={words.fileHint}
        error={large.file ? words.tooLarge : undefined}
        onChange={({ currentTarget: { files } }) =>
          setLarge({ ...large, file: (files?.[0]?.size ?? 0) > LARGEST_FILE })
        }
      />
      <Button disabled={pending || large.text || large.file}>{words.check}</Button>
    </form>
  );
}
