"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_server/action";
import type { ModeratedItem, TextToModerate } from "@/db/queries/moderation";
import type { FormAction } from "../../../_parts/action-form";
import { groupAction, mergeAction, moderateAction, showFirstAction } from "./actions";
import { type Decision, foreseen, textsIn } from "./text-state";
import { useLeaving } from "./use-leaving";

/**
 * Texts as they stand, with decisions shown before the server has taken them. One that it refuses, since a
 * colleague was faster, is shown as it is and told on the text; nothing is overwritten.
 */
export function useDecisions(study: string, items: readonly ModeratedItem[]) {
  const router = useRouter();
  const [ahead, setAhead] = useState<ReadonlyMap<string, TextToModerate>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedDecision>>(new Map());

  const underway = useRef(0);
  useEffect(() => {
    // What is still on its way would be lost with the page.
    const stay = (event: BeforeUnloadEvent) => underway.current > 0 && event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, []);
  const [leaving, goWhenTaken] = useLeaving(underway);

  const now = items.map((one) => ({
    ...one,
    texts: one.texts.map((text) => {
      const mine = ahead.get(text.id);
      return mine && mine.decision > text.decision ? mine : text;
    }),
  }));

  const decide = (decision: Decision): void => {
    const ids = textsIn(decision).map(({ id }) => id);
    const item = now.find(({ texts }) => texts.some(({ id }) => id === ids[0]));
    if (!item) return;
    const then = foreseen(decision, item.texts, item.themes);
    setAhead((before) => new Map([...before, ...then.map((text) => [text.id, text] as const)]));
    setRefused((before) => without(before, ids));
    startTransition(async () => {
      const { action, form } = sentAs(study, decision);
      underway.current += 1;
      const state = await action(null, form).catch(() => lost);
      underway.current -= 1;
      // Counts elsewhere on the page, names of themes and what colleagues did meanwhile.
      if (underway.current === 0) goWhenTaken() || router.refresh();
      if (state === null) return;
      setAhead((before) =>
        without(
          before,
          then.map(({ id }) => id),
        ),
      );
      const told = { message: sentence(state), typed: typedIn(decision) };
      setRefused((before) => new Map([...before, ...ids.map((id) => [id, told] as const)]));
    });
  };

  return { now, decide, refused, leaving };
}

/** Why a decision was not taken, with the words that were typed for it. An empty message: no answer came. */
export type RefusedDecision = { readonly message: string; readonly typed: string | null };

const typedIn = (decision: Decision): string | null =>
  "released" in decision ? decision.released : "reason" in decision ? decision.reason : null;

/** No answer came: what was decided may be stored or not, and the page read anew says which. */
const lost = { refusal: "lost", message: "", problems: [], values: {} } satisfies FormState;

const sentence = (state: NonNullable<FormState>): string =>
  [state.refusal === "invalid-input" ? "" : state.message, ...state.problems.map(({ message }) => message)]
    .filter(Boolean)
    .join(" ");

function sentAs(study: string, decision: Decision): { action: FormAction; form: FormData } {
  const form = new FormData();
  form.set("study", study);
  for (const { id, decision: seen } of textsIn(decision)) form.append("text", `${id} ${seen}`);
  switch (decision.act) {
    case "merge":
      form.set("released", decision.released);
      return { action: mergeAction, form };
    case "group":
      form.set("theme", decision.theme ?? "");
      return { action: groupAction, form };
    case "show-first":
      form.set("first", decision.first ? "yes" : "no");
      return { action: showFirstAction, form };
    case "reword":
      form.set("released", decision.released);
      break;
    case "hold-back":
      form.set("reason", decision.reason);
      break;
    default:
  }
  form.set("state", STATE[decision.act]);
  return { action: moderateAction, form };
}

const STATE = { release: "released", reword: "released", "hold-back": "held-back", undo: "waiting" } as const;

const without = <T>(map: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
  new Map([...map].filter(([id]) => !ids.includes(id)));
