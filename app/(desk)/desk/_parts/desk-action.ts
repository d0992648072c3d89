import { revalidatePath } from "next/cache";
import { type FormState, formAction } from "@/app/_server/action";
import { deskActor } from "@/app/_server/actor";
import type { Actor } from "@/db/actor";
import type { Result } from "@/delphi/result";

/**
 * A server action of the desk: the form read for a command, the command, and what follows its success. Every
 * page of the desk is read anew then, the frame around it included.
 */
export function deskAction<I, T>(
  read: (form: FormData) => I,
  command: (actor: Actor, input: I) => Promise<Result<T>>,
  after: (value: T, form: FormData) => Promise<void> | void = () => {},
): (state: FormState, form: FormData) => Promise<FormState> {
  const then = (value: T, form: FormData) => {
    revalidatePath("/desk", "layout");
    return after(value, form);
  };
  return formAction({ actor: deskActor, read, command, then });
}

/** The same for one of many small acts in a row: its caller shows what it did, and reads the page anew after the last. */
export const quietDeskAction = <I, T>(
  read: (form: FormData) => I,
  command: (actor: Actor, input: I) => Promise<Result<T>>,
): ((state: FormState, form: FormData) => Promise<FormState>) =>
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  formAction({ actor: deskActor, read, command, then: () => {} });

/** A field's text as it was typed; empty where the form has none. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** The study that a form of its desk is about. */
export const studyIn = (form: FormData): { study: string } => ({ study: textOf(form, "study") });
