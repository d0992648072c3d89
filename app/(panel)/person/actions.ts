"use server";

import { getTranslations } from "next-intl/server";
import { type FormState, formAction } from "@/app/_server/action";
import { type Actor, visitor } from "@/db/actor";
import { declineInvitation } from "@/db/commands/decline-invitation";
import { giveAgreement } from "@/db/commands/give-agreement";
import { replaceLink } from "@/db/commands/replace-link";
import { setReminders } from "@/db/commands/set-reminders";
import { type PersonDecisions, person as personOf } from "@/db/queries/person";
import { NotFound } from "@/db/run";
import { done, type Result, refused } from "@/delphi/result";

/** What the page shows after a click: the decisions as they stand, and what was done or refused. */
export type PersonState = {
  readonly refused: FormState;
  readonly token: string;
  readonly decisions: PersonDecisions | null;
  readonly said: string | null;
};

type Given = { readonly token: string; readonly act: string; readonly text: (name: string) => string };

/** Every act of the page. The token comes with the form each time: nothing of it is kept in a cookie. */
export async function personAction(_before: PersonState, form: FormData): Promise<PersonState> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  let decisions: PersonDecisions | null = null;
  const act = formAction({
    actor: async () => visitor,
    read: (): Given => ({ token: text("token"), act: text("act"), text }),
    command: decide,
    // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
    then: (found) => {
      decisions = found;
    },
  });
  const refusal = await act(null, form);
  const sentence = await getTranslations("panel.person.done");
  const said = refusal === null && sentence.has(text("act")) ? sentence(text("act")) : null;
  // After a refusal what stands is shown all the same, so that nothing has to be opened anew.
  if (refusal !== null) decisions = await standing(text("token"));
  return { refused: refusal, token: text("token"), decisions, said };
}

async function decide(actor: Actor, { token, act, text }: Given): Promise<Result<PersonDecisions>> {
  const person = token.slice(0, 200);
  try {
    const acts: Readonly<Record<string, () => Promise<Result<object>>>> = {
      decline: () => declineInvitation(actor, { person, declined: true, reason: text("reason") }),
      undecline: () => declineInvitation(actor, { person, declined: false }),
      stop: () => setReminders(actor, { person, reminders: false }),
      remind: () => setReminders(actor, { person, reminders: true }),
      name: () => giveAgreement(actor, { person, to: "be-named", agreed: true, name: text("name") }),
      unname: () => giveAgreement(actor, { person, to: "be-named", agreed: false }),
      ask: () => giveAgreement(actor, { person, to: "be-asked-again", agreed: true }),
      unask: () => giveAgreement(actor, { person, to: "be-asked-again", agreed: false }),
      replace: () => replaceLink(actor, { person }),
    };
    const result = await acts[act]?.();
    if (result && !result.ok) return result;
    return done(await personOf(visitor, { person }));
  } catch (error) {
    if (error instanceof NotFound) return refused("person-unknown");
    throw error;
  }
}

async function standing(token: string): Promise<PersonDecisions | null> {
  const found = await decide(visitor, { token, act: "", text: () => "" });
  return found.ok ? found.value : null;
}
