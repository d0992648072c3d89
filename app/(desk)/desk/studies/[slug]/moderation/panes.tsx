"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Button } from "@/ui/button";
import { TextArea, TextField } from "@/ui/field";
import { Key } from "./keys-help";
import type { QueueActs } from "./queue";

export type PaneKind = "edit" | "hold-back" | "theme" | "theme-of-chosen" | "merge";

/** The text to release in the moderator's words. */
export function EditPane({
  text,
  typed,
  acts,
}: {
  text: TextToModerate;
  /** A wording that was refused, since somebody else decided meanwhile. */
  typed: string | null;
  acts: QueueActs;
}) {
  const t = useTranslations("desk.moderation");
  const release = (released: string) => acts.decide({ act: "reword", text, released });
  return (
    <Wording
      label={t("edit.label")}
      hint={t("edit.hint")}
      submit={t("edit.submit")}
      initial={typed ?? text.released ?? text.text}
      release={release}
      close={acts.close}
    />
  );
}

/** One wording for several texts; the first one carries it. */
export function MergePane({ texts, acts }: { texts: readonly TextToModerate[]; acts: QueueActs }) {
  const t = useTranslations("desk.moderation");
  return (
    <Wording
      label={t("merge.label", { count: texts.length })}
      hint={t("merge.hint")}
      submit={t("merge.submit")}
      initial={texts.map((text) => text.released ?? text.text).join("\n\n")}
      release={(released) => acts.decide({ act: "merge", texts, released })}
      close={acts.close}
    />
  );
}

function Wording({
  label,
  hint,
  submit,
  initial,
  release,
  close,
}: {
  label: string;
  hint: string;
  submit: string;
  initial: string;
  release: (words: string) => void;
  close: () => void;
}) {
  const t = useTranslations("desk.moderation");
  const [words, setWords] = useState(initial);
  const [empty, setEmpty] = useState(false);
  const area = useFocus<HTMLDivElement>("textarea");
  const send = () => (words.trim() === "" ? setEmpty(true) : release(words.trim()));
  return (
    <Pane inside={area} close={close} send={send}>
      <TextArea
        label={label}
        hint={hint}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        error={empty ? t("edit.empty") : undefined}
        maxLength={10_000}
      />
      <Ends submit={submit} send={send} close={close} />
    </Pane>
  );
}

const REASONS = ["identifies", "off-question", "insults", "says-nothing"] as const;

/** Why a text is held back: one of the usual reasons with a digit or a click, or another in own words. */
export function HoldPane({ text, acts }: { text: TextToModerate; acts: QueueActs }) {
  const t = useTranslations("desk.moderation.hold");
  const [reason, setReason] = useState("");
  const [empty, setEmpty] = useState(false);
  const area = useFocus<HTMLDivElement>("button");
  const hold = (why: string) => acts.decide({ act: "hold-back", text, reason: why });
  const send = () => (reason.trim() === "" ? setEmpty(true) : hold(reason.trim()));
  const choices = REASONS.map((one) => ({ label: t(one), pick: () => hold(t(one)) }));
  return (
    <Pane inside={area} close={acts.close} send={send} choices={choices}>
      <p className="font-sans text-base font-medium">{t("why")}</p>
      <Choices choices={choices} />
      <TextField
        label={t("own")}
        hint={t("own-hint")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={empty ? t("empty") : undefined}
        maxLength={500}
      />
      <Ends submit={t("submit")} send={send} close={acts.close} />
    </Pane>
  );
}

/** Under which theme answers stand: one there is, with a digit or a click, a new one by its name, or none. */
export function ThemePane({
  texts,
  themes,
  acts,
}: {
  texts: readonly TextToModerate[];
  themes: ModeratedItem["themes"];
  acts: QueueActs;
}) {
  const t = useTranslations("desk.moderation.theme");
  const [name, setName] = useState("");
  const area = useFocus<HTMLDivElement>(themes.length > 0 ? "button" : "input");
  const group = (theme: string | null) => acts.decide({ act: "group", texts, theme });
  const send = () => (name.trim() === "" ? acts.close() : group(name.trim()));
  const choices = [
    ...themes.map((theme) => ({ label: theme.name, pick: () => group(theme.name) })),
    ...(texts.some((text) => text.themeId) ? [{ label: t("none"), pick: () => group(null) }] : []),
  ];
  return (
    <Pane inside={area} close={acts.close} send={send} choices={choices}>
      <p className="font-sans text-base font-medium">{t("which", { count: texts.length })}</p>
      <Choices choices={choices} />
      <TextField
        label={t("new")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={120}
      />
      <Ends submit={t("submit")} send={send} close={acts.close} />
    </Pane>
  );
}

type Choice = { readonly label: string; readonly pick: () => void };

function Choices({ choices }: { choices: readonly Choice[] }) {
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map(({ label, pick }, at) => (
        <Button
          key={label}
          type="button"
          look="secondary"
          aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
          onClick={pick}
          className="px-3"
        >
          {at < 9 ? <Key seen>{String(at + 1)}</Key> : null} {label}
        </Button>
      ))}
    </div>
  );
}

function Ends({ submit, send, close }: { submit: string; send: () => void; close: () => void }) {
  const t = useTranslations("desk.moderation");
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="button" onClick={send}>
        {submit}
      </Button>
      <Button type="button" look="quiet" onClick={close}>
        {t("leave")}
      </Button>
    </div>
  );
}

/** Escape leaves, Ctrl or ⌘ with Enter sends, so does Enter in one line; a digit picks where nothing is typed. */
function Pane({
  inside,
  close,
  send,
  choices = [],
  children,
}: {
  inside: RefObject<HTMLDivElement | null>;
  close: () => void;
  send: () => void;
  choices?: readonly Choice[];
  children: ReactNode;
}) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const sends = event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement;
    const picked = typing ? undefined : choices[Number(event.key) - 1];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && sends && !event.nativeEvent.isComposing) send();
    else if (picked) picked.pick();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the buttons and fields inside
    <div ref={inside} data-pane onKeyDown={press} className="space-y-3">
      {children}
    </div>
  );
}

/** What opens by a key is where the next key goes. */
function useFocus<E extends HTMLElement>(first: string): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    const control = ref.current?.querySelector<HTMLElement>(first);
    control?.focus();
    if (control instanceof HTMLTextAreaElement)
      control.setSelectionRange(control.value.length, control.value.length);
  }, [first]);
  return ref;
}
