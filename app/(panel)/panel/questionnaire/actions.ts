"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { seatActor } from "@/app/_server/actor";
import type { Actor } from "@/db/actor";
import { saveDraft } from "@/db/commands/save-draft";
import { questionnaire } from "@/db/queries/questionnaire";
import { type Answer, placeOf } from "@/delphi/answer";
import { ratedParts } from "@/delphi/item";
import { refused } from "@/delphi/result";
import { answersIn, marksIn } from "./_parts/form-answers";
import { ALL, shownItems } from "./_parts/shown-items";

/** Saves a section and goes where the button says: what its script does by itself, for browsers without it. */
export const saveSectionAction = formAction({
  actor: seatActor,
  read: (form) => form,
  command: saveSection,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: (place) => redirect(place),
});

async function saveSection(actor: Actor, sent: FormData) {
  const id = String(sent.get("section"));
  const one = sent.get("one");
  const form = await questionnaire(actor, id === ALL ? {} : { section: id });
  const shown = form && shownItems(form, id, typeof one === "string" ? one : null);
  if (!form || !shown) return refused("other-round");
  const { items, places, here } = shown;
  const kept = items.find((item) => item.id === sent.get("keep"));
  const answers = answersIn(items, sent);
  const saved = await saveDraft(actor, {
    round: Number(sent.get("round")),
    answers: kept
      ? keeping(
          answers,
          form.earlier,
          kept.id,
          ratedParts(kept).map((part) => part.id),
        )
      : answers,
    within: items.map((item) => item.id),
    marks: marksIn(sent),
  });
  if (!saved.ok) return saved;
  const go = String(sent.get("go") ?? "next");
  return { ok: true as const, value: kept ? (`${here}#${kept.id}` as Route) : (places[go] ?? places.next) };
}

/** The section's answers with those of an earlier round in place of this item's ratings. */
function keeping(
  answers: readonly Answer[],
  earlier: readonly (Answer & { readonly round: number })[],
  item: string,
  parts: readonly string[],
): Answer[] {
  const again = earlier
    .filter((answer) => answer.item === item && parts.includes(answer.part))
    .map(({ round, ...answer }) => answer);
  const places = new Set(again.map(placeOf));
  return [...answers.filter((answer) => !places.has(placeOf(answer))), ...again];
}
