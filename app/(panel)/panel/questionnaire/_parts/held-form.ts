import type { Answer } from "@/delphi/answer";
import { answersFrom, MIND } from "./control-answer";

/** A form's controls by name, as a reload or a way back would otherwise lose them. */
export type Held = Readonly<Record<string, string>>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The controls that hold answers: radios, boxes, lists and texts whose names have a slash. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control => "name" in element && String(element.name).includes("/"),
  );

/** A radio or a box, which holds its value only while it is ticked. */
const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

export const held = (form: HTMLFormElement): Held =>
  Object.fromEntries(
    controlsOf(form)
      .filter((control) => !isTicked(control) || control.checked)
      .map((control) => [control.name, control.value]),
  );

/** Sets every control to what was held; those without a value are emptied. */
export function putBack(form: HTMLFormElement, values: Held): void {
  for (const control of controlsOf(form)) set(control, values[control.name] ?? "");
}

/** Sets the named controls and leaves all others as they are. */
export function setSome(form: HTMLFormElement, values: Held): void {
  for (const control of controlsOf(form)) if (control.name in values) set(control, values[control.name]!);
}

function set(control: Control, value: string): void {
  if (isTicked(control)) control.checked = control.value === value;
  else control.value = value;
}

/** The form's answers as the draft's route takes them; `abstained` is the value that means "outside my expertise". */
export function answersOf(form: HTMLFormElement, abstained: string): Answer[] {
  const texts = new Set(
    controlsOf(form).flatMap((one) => (one instanceof HTMLTextAreaElement ? [one.name] : [])),
  );
  const quantities = new Map(
    controlsOf(form).flatMap((one) => {
      const kind = one.dataset.quantity;
      return kind === "number" || kind === "date" ? [[one.name, kind] as const] : [];
    }),
  );
  return answersFrom(
    Object.entries(held(form))
      .filter(([name]) => !name.startsWith(`${MIND}/`))
      .map(([name, given]) => ({ name, given, isText: texts.has(name), quantity: quantities.get(name) })),
    abstained,
  );
}

/** The reasons that are marked as having changed one's mind. */
export const marksOf = (form: HTMLFormElement): string[] =>
  Object.keys(held(form)).flatMap((name) =>
    name.startsWith(`${MIND}/`) ? [name.slice(MIND.length + 1)] : [],
  );
