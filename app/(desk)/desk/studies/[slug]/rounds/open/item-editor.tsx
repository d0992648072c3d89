"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Item } from "@/delphi/item";
import type { ItemEdit } from "@/delphi/item-edit";
import { Button } from "@/ui/button";
import { SelectField, TextArea } from "@/ui/field";
import { type Draft, editFrom, missingIn, offersOptions, type Words, wordsOf } from "./sheet-edits";
import { Substance } from "./substance";

/** Writes one change to the items in a dialog. Nothing is changed before the round opens. */
export function ItemEditor({
  draft,
  items,
  others,
  keep,
  leave,
}: {
  draft: Draft;
  /** Every item there is, new ones included: a new one needs a name of its own. */
  items: readonly Item[];
  /** What the item could be merged with. */
  others: readonly Item[];
  keep: (edit: ItemEdit) => void;
  leave: () => void;
}) {
  const t = useTranslations("desk.sheet.edit");
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState<Words>(() => wordsOf(draft));
  const [tried, setTried] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const set = (change: Partial<Words>) => setWords((before) => ({ ...before, ...change }));
  const missing = tried ? missingIn(draft, words) : [];
  const field = (
    name: "title" | "text" | "options" | "help" | "secondTitle" | "secondText" | "reason",
    label: string,
  ) => ({
    label,
    value: words[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: missing.includes(name) ? t(name === "options" ? "missing-options" : "missing") : undefined,
  });
  const save = () => {
    setTried(true);
    if (missingIn(draft, words).length > 0) return;
    keep(editFrom(draft, words, items));
  };
  return (
    <dialog
      ref={dialog}
      onClose={leave}
      aria-labelledby="item-editor"
      className="m-auto max-h-[90dvh] w-[min(44rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-edge bg-card p-6 font-sans text-base text-ink backdrop:bg-veil"
    >
      <h2 id="item-editor" className="text-xl leading-snug">
        {t(`${draft.act}.title`)}
      </h2>
      <Before draft={draft} />
      <div className="mt-5 space-y-5">
        {draft.act === "merge" ? (
          <SelectField
            label={t("other")}
            value={words.other}
            onChange={(event) => set({ other: event.target.value })}
            error={missing.includes("other") ? t("missing") : undefined}
          >
            <option value="">{t("choose")}</option>
            {others.map((item) => (
              <option key={item.id} value={item.id}>
                {item.title}
              </option>
            ))}
          </SelectField>
        ) : null}
        {draft.act === "retire" ? null : (
          <>
            <TextArea
              {...field("title", t(draft.act === "split" ? "first-title" : "item-title"))}
              rows={2}
              maxLength={300}
            />
            <TextArea {...field("text", t("item-text"))} note={t("optional")} rows={2} maxLength={2000} />
          </>
        )}
        {offersOptions(draft) ? (
          <TextArea {...field("options", t("options"))} hint={t("options-hint")} rows={6} />
        ) : null}
        {draft.act === "split" ? (
          <>
            <TextArea {...field("secondTitle", t("second-title"))} rows={2} maxLength={300} />
            <TextArea
              {...field("secondText", t("item-text"))}
              note={t("optional")}
              rows={2}
              maxLength={2000}
            />
          </>
        ) : null}
        {draft.act === "reword" ? (
          <>
            <TextArea {...field("help", t("item-help"))} note={t("optional")} rows={2} maxLength={2000} />
            <Questions item={draft.item} words={words} set={set} />
            <Substance
              value={words.substance}
              choose={(substance) => set({ substance })}
              error={missing.includes("substance") ? t("missing-substance") : undefined}
            />
          </>
        ) : null}
        <TextArea {...field("reason", t("reason"))} hint={t("reason-hint")} rows={2} maxLength={2000} />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button type="button" onClick={save}>
          {t(`${draft.act}.keep`)}
        </Button>
        <Button type="button" look="quiet" onClick={() => dialog.current?.close()}>
          {t("leave")}
        </Button>
      </div>
    </dialog>
  );
}

/** What stands there now, and what the act means for it. */
function Before({ draft }: { draft: Draft }) {
  const t = useTranslations("desk.sheet.edit");
  const quote: ReactNode = draft.act === "add" ? draft.proposal?.text : draft.item.title;
  return (
    <div className="mt-2 space-y-3">
      <p className="text-muted">{t(`${draft.act}.what`)}</p>
      {quote ? (
        <blockquote className="border-l-2 border-line pl-4 font-serif text-lg whitespace-pre-line">
          <span className="block font-sans text-sm text-muted">
            {t(draft.act === "add" ? "proposal" : "as-asked")}
          </span>
          {quote}
        </blockquote>
      ) : null}
    </div>
  );
}

function Questions({
  item,
  words,
  set,
}: {
  item: Item;
  words: Words;
  set: (change: Partial<Words>) => void;
}) {
  const t = useTranslations("desk.sheet.edit");
  return item.parts
    .filter((part) => part.question !== "")
    .map((part) => (
      <TextArea
        key={part.id}
        label={t("question", { part: part.id })}
        rows={1}
        maxLength={500}
        value={words.questions[part.id] ?? ""}
        onChange={(event) => set({ questions: { ...words.questions, [part.id]: event.target.value } })}
      />
    ));
}
