import { getTranslations } from "next-intl/server";
import type { Actor } from "@/db/actor";
import { NotFound } from "@/db/run";
import { type Problem, type Result, refused } from "@/delphi/result";
import { cameFromElsewhere } from "./origin";

/** What a form shows after it was sent and refused: a sentence, the places, and what was typed. */
export type FormState = {
  readonly refusal: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly values: Readonly<Record<string, string>>;
} | null;

/**
 * The one shape of a server action: form → command → form state. `then` runs after success (redirect or
 * revalidate). A refusal comes back as its sentence from the catalogue (`refusals.<name>`), with the form as typed.
 */
export function formAction<I, T>(spec: {
  readonly actor: () => Promise<Actor>;
  readonly read: (form: FormData) => I;
  readonly command: (actor: Actor, input: I) => Promise<Result<T>>;
  readonly then: (value: T, form: FormData) => Promise<void> | void;
}): (state: FormState, form: FormData) => Promise<FormState> {
  return async (_state, form) => {
    // Called by something that is no form of ours.
    if (!(form instanceof FormData)) return formState(refused("invalid-input"), new FormData());
    const result = await outcome(spec, form);
    if (!result.ok) return formState(result, form);
    await spec.then(result.value, form);
    return null;
  };
}

async function outcome<I, T>(
  spec: {
    actor: () => Promise<Actor>;
    read: (form: FormData) => I;
    command: (a: Actor, i: I) => Promise<Result<T>>;
  },
  form: FormData,
): Promise<Result<T>> {
  if (await cameFromElsewhere()) return refused("foreign-origin");
  try {
    return await spec.command(await spec.actor(), spec.read(form));
  } catch (error) {
    if (error instanceof NotFound) return { ok: false, refusal: "not-found" };
    throw error;
  }
}

async function formState(
  result: Extract<Result<unknown>, { ok: false }>,
  form: FormData,
): Promise<FormState> {
  const sentence = await getTranslations("refusals");
  const known = sentence.has(result.refusal) ? result.refusal : "unknown";
  return {
    refusal: result.refusal,
    message: sentence(known, { ...result.detail }),
    problems: result.problems ?? [],
    values: Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    ),
  };
}
