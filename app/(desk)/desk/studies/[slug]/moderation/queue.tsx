"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import { Button } from "@/ui/button";
import { ItemQueue } from "./item-queue";
import { actOf, type KeyAct } from "./keys";
import { KeysHelp } from "./keys-help";
import type { PaneKind } from "./panes";
import { type Decision, samePlace, takesTheme, textsIn } from "./text-state";
import { useDecisions } from "./use-decisions";

/** What the cards of a queue can ask for. */
export type QueueActs = {
  readonly decide: (decision: Decision) => void;
  readonly choose: (texts: readonly TextToModerate[]) => void;
  readonly chooseNone: () => void;
  readonly open: (text: string, kind: PaneKind) => void;
  readonly close: () => void;
};

/**
 * A round's texts, to be gone through with buttons or with keys alone. Keys work while a text has the focus, so
 * they take nothing from whoever reads or types; what they did is said aloud.
 */
export function Queue({
  study,
  round,
  items,
}: {
  study: string;
  round: number;
  items: readonly ModeratedItem[];
}) {
  const t = useTranslations("desk.moderation");
  const { now, decide, refused, leaving } = useDecisions(study, items);
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [pane, setPane] = useState<{ text: string; kind: PaneKind } | null>(null);
  const [said, setSaid] = useState("");
  const all = now.flatMap(({ texts }) => texts);
  const waiting = all.filter((text) => text.state === "waiting").length;

  const articles = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-text]") ?? [])];
  const focus = (text: string) =>
    articles()
      .find((one) => one.dataset.text === text)
      ?.focus();
  const step = (by: number) => {
    const at = articles().findIndex((one) => one.contains(document.activeElement));
    articles()[Math.max(0, at + by)]?.focus();
  };
  const toNextWaiting = (after: readonly string[]) => {
    const order = articles().map((one) => one.dataset.text!);
    const from = order.indexOf(after[0] ?? "") + 1;
    const next = [...order.slice(from), ...order.slice(0, from)].find(
      (id) => !after.includes(id) && all.find((text) => text.id === id)?.state === "waiting",
    );
    if (next) focus(next);
    return next !== undefined;
  };

  const acts: QueueActs = {
    decide: (decision) => {
      const ids = textsIn(decision).map(({ id }) => id);
      const wasWaiting = textsIn(decision).filter((text) => text.state === "waiting").length;
      decide(decision);
      setPane(null);
      if (decision.act === "merge" || decision.act === "group") setChosen([]);
      const left = waiting - (["group", "show-first"].includes(decision.act) ? 0 : wasWaiting);
      setSaid(t(`said.${decision.act}`, { left: decision.act === "undo" ? left + 1 : left }));
      const goesOn = ["release", "reword", "hold-back"].includes(decision.act) && wasWaiting > 0;
      if (!goesOn || !toNextWaiting(ids)) focus(ids[0]!);
    },
    choose: (texts) => {
      const item = now.find((one) => one.texts.some(({ id }) => id === texts[0]?.id));
      const others = chosen.filter((id) => {
        const text = all.find((one) => one.id === id);
        return text && item && texts[0] && samePlace(text, texts[0], item);
      });
      const one = texts.length === 1 && others.includes(texts[0]!.id) ? texts[0]!.id : null;
      const next = one
        ? others.filter((id) => id !== one)
        : [...new Set([...others, ...texts.map(({ id }) => id)])];
      setChosen(next);
      setSaid(t("said.choose", { count: next.length }));
    },
    chooseNone: () => {
      setChosen([]);
      setSaid(t("said.choose", { count: 0 }));
      focus(chosen[0] ?? "");
    },
    open: (text, kind) => setPane({ text, kind }),
    close: () => {
      const before = pane;
      setPane(null);
      if (before) focus(before.text);
    },
  };

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-text]")?.dataset.text;
    const text = all.find((one) => one.id === id);
    if (MOVES[act]) return step(MOVES[act]);
    if (act === "keys") return help.current?.focus();
    if (act === "next-waiting") return void toNextWaiting(id ? [id] : []);
    if (text) doTo(text, act);
  };
  const doTo = (text: TextToModerate, act: KeyAct) => {
    if (act === "release" && text.state !== "released") acts.decide({ act, text });
    if (act === "edit" || act === "hold-back") acts.open(text.id, act);
    if (act === "choose") acts.choose([text]);
    if (act === "merge" && chosen.length > 1) acts.open(chosen[0]!, "merge");
    if (act === "theme" && takesTheme(text)) acts.open(text.id, "theme");
    if (act === "show-first" && text.state === "released" && !takesTheme(text))
      acts.decide({ act, text, first: !text.showFirst });
    if (act === "undo" && text.state !== "waiting") acts.decide({ act, text });
  };
  const help = useRef<HTMLElement>(null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for the texts inside, which have buttons for all of it
    <div ref={list} onKeyDown={press} className="space-y-10">
      <div className="space-y-3">
        <p className="font-sans text-base">{t("left", { waiting, texts: all.length })}</p>
        {waiting > 0 ? (
          <Button type="button" onClick={() => toNextWaiting([])}>
            {t("begin")}
          </Button>
        ) : null}
        <KeysHelp ref={help} />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <p role="status" className="font-sans text-base font-medium">
        {leaving ? t("leaving") : ""}
      </p>
      {now.map((one) => (
        <ItemQueue
          key={one.item.id}
          study={study}
          round={round}
          one={one}
          chosen={chosen.filter((id) => one.texts.some((text) => text.id === id))}
          pane={pane}
          refused={refused}
          acts={acts}
        />
      ))}
    </div>
  );
}

const MOVES: Partial<Record<KeyAct, number>> = { next: 1, previous: -1 };
