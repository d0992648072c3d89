"use client";

import { type ReactNode, type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_server/action";
import { Notice } from "@/ui/notice";
import { type Autosave, autosave, type Saving } from "./autosave";
import { checkEstimate } from "./estimate-check";
import { settleChoice } from "./exclusive";
import { answersOf, marksOf, setSome } from "./held-form";
import { hintAt } from "./hints";
import { SECTION_FORM, SectionBar } from "./section-bar";
import { tellSoFar } from "./so-far";

export type SaveWords = Readonly<
  Record<"by-button" | "ready" | "saving" | "saved" | "away" | "restored", string>
>;

/**
 * The form of one section. Without JavaScript its buttons save and go on; with it, it is saved as it is filled in,
 * and going on waits until everything is saved.
 */
export function SectionForm({
  action,
  hidden,
  places,
  round,
  within,
  storageKey,
  abstained,
  words,
  buttons,
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  /** Where each of the bar's buttons leads, by its value. */
  places: Readonly<Record<string, string>>;
  round: number;
  /** The items of this section. */
  within: readonly string[];
  storageKey: string;
  abstained: string;
  words: SaveWords;
  buttons: ReactNode;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const saver = useRef<Autosave>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [state, send] = useActionState(action, null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with the round and the section
  useEffect(() => {
    setSaving({ kind: "ready" });
    const bodyOf = (from: HTMLFormElement) => ({
      round,
      within,
      answers: answersOf(from, abstained),
      marks: marksOf(from),
    });
    saver.current = autosave(form.current!, storageKey, bodyOf, setSaving);
    tellSoFar(form.current);
    return () => saver.current?.stop();
  }, [storageKey]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = event.nativeEvent.submitter;
    if (button?.dataset.keep) return keep(button);
    const go = button instanceof HTMLButtonElement ? button.value : "";
    const place = places[go] ?? places.next!;
    void saver.current?.flush().then((saved) => {
      if (saved) window.location.assign(place);
    });
  };

  const keep = (button: HTMLElement) => {
    setSome(form.current!, JSON.parse(button.dataset.keep!));
    const item = button.closest<HTMLElement>("[data-item]");
    const first = item?.querySelector<HTMLElement>(
      "[data-part] input:checked, [data-part] select, [data-option]:checked, select[data-option], input[data-quantity]",
    );
    first?.focus();
    tellSoFar(item);
    checkEstimate(first ?? null, "left");
    hintAt(first ?? null);
    saver.current?.changed();
  };

  const changed = (event: { target: EventTarget }) => {
    settleChoice(event.target);
    checkEstimate(event.target, "typing");
    if (event.target instanceof Element) tellSoFar(event.target.closest("[data-item]"));
    hintAt(event.target);
    saver.current?.changed();
  };

  return (
    <form
      ref={form}
      action={send}
      onSubmit={submit}
      onInput={changed}
      onBlur={(event) => checkEstimate(event.target, "left")}
      autoComplete="off"
      className={SECTION_FORM}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state ? (
        <Notice kind="caution" live title={state.message}>
          {state.problems.map((problem) => (
            <p key={problem.path}>{problem.message}</p>
          ))}
        </Notice>
      ) : null}
      {children}
      <SectionBar line={<SavingLine saving={saving} words={words} />} buttons={buttons} />
    </form>
  );
}

function SavingLine({ saving, words }: { saving: Saving | null; words: SaveWords }) {
  const failed = saving?.kind === "away" || saving?.kind === "refused";
  return (
    <>
      <p className={`font-sans text-sm text-muted ${failed ? "hidden" : ""}`}>
        {failed ? "" : inWords(saving, words)}
      </p>
      <p role="alert" className={`font-sans text-sm font-medium text-caution ${failed ? "" : "hidden"}`}>
        {failed ? inWords(saving, words) : ""}
      </p>
    </>
  );
}

function inWords(saving: Saving | null, words: SaveWords): string {
  if (!saving) return words["by-button"];
  if (saving.kind === "refused") return saving.message;
  if (saving.kind !== "saved") return words[saving.kind];
  const { lang } = document.documentElement;
  const time = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return words.saved.replace("{time}", time.format(saving.at));
}
