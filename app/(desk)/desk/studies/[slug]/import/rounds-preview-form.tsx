"use client";

import { type FormEvent, startTransition, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { LeftOutLines } from "../../../_parts/left-out-lines";
import { DeclareRounds } from "./declare-rounds";
import { HowRead } from "./how-read";
import type { Preview } from "./outside-state";
import type { OutsideWords } from "./outside-words";

/** What would come of a file of rounds. It can be read otherwise; then it is read again first. */
export function RoundsPreviewForm({
  preview,
  problems,
  most,
  words,
  pending,
  send,
  back,
}: {
  preview: Preview;
  /** Of what was declared, from the refusal before. */
  problems: readonly { readonly path: string; readonly message: string }[];
  most: number;
  words: OutsideWords;
  pending: boolean;
  send: (form: FormData) => void;
  back: () => void;
}) {
  const [changed, setChanged] = useState(false);
  const { act, notes, questionsOnly } = preview;
  // Not by `action`: React would empty the fields when the server answers, and a refusal must lose nothing.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => send(form));
  };
  return (
    <form onSubmit={submit} className="space-y-8">
      <div className="max-w-measure">
        <Notice live title={preview.said}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      </div>
      {preview.rounds.length > 0 && !changed ? <Rounds preview={preview} words={words} /> : null}
      <HowRead preview={preview} words={words} changed={() => setChanged(true)} />
      {changed ? null : <WhyNot preview={preview} words={words} />}
      {act && !changed ? (
        <DeclareRounds rounds={preview.rounds} most={most} problems={problems} words={words} />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {changed ? (
          <Button name="intent" value="check" formNoValidate disabled={pending}>
            {words.again}
          </Button>
        ) : null}
        {act && !changed ? (
          <Dialog
            look="primary"
            trigger={act.open}
            title={act.title}
            description={act.what}
            close={words.keep}
          >
            <Button
              name="intent"
              value="import"
              disabled={pending}
              onClick={(event) => event.currentTarget.closest("dialog")?.close()}
            >
              {act.open}
            </Button>
          </Dialog>
        ) : null}
        {!act && !changed && questionsOnly ? (
          <Button name="intent" value="questions" formNoValidate disabled={pending}>
            {questionsOnly}
          </Button>
        ) : null}
        <Button type="button" look="secondary" disabled={pending} onClick={back}>
          {words.back}
        </Button>
      </div>
      {changed ? null : <LeftOutLines lines={preview} words={words} />}
    </form>
  );
}

function Rounds({ preview: { rounds }, words }: { preview: Preview; words: OutsideWords }) {
  return (
    <Table
      caption={words.table}
      columns={[
        { key: "round", label: words.round },
        { key: "asked", label: words.asked, numeric: true },
        { key: "people", label: words.people, numeric: true },
        { key: "answers", label: words.answers, numeric: true },
        { key: "texts", label: words.texts, numeric: true },
      ]}
      rows={rounds.map(({ round, items, people, answers, texts }) => ({
        key: String(round),
        cells: { round: words.when.replace("#", String(round)), asked: items, people, answers, texts },
      }))}
    />
  );
}

function WhyNot({ preview: { problems, unfit }, words }: { preview: Preview; words: OutsideWords }) {
  const [title, said] = problems.length > 0 ? [words.problems, problems] : [words.unfit, unfit];
  if (said.length === 0) return null;
  return (
    <div className="max-w-measure">
      <Notice kind="caution" title={title}>
        <ul className="list-disc pl-5 text-sm">
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {problems.length > 0 ? null : <p>{words.unfitHint}</p>}
      </Notice>
    </div>
  );
}
