import { isReasonAsked } from "./reason-asked";

/** Shows or hides what stands ready beside the control that was just used. */
export function hintAt(control: EventTarget | null): void {
  if (control instanceof HTMLTextAreaElement) warnOfIdentity(control);
  const item = control instanceof Element ? control.closest("[data-item]") : null;
  if (item && !(control instanceof HTMLTextAreaElement)) askForReason(item);
}

/** Addresses, longer numbers, and the first person plural of an institution. */
const IDENTIFYING = /\S@\S+\.\S|https?:|(?:\d[\s/()-]?){7}|\b(?:at|in) (?:our|my) \w/i;

function warnOfIdentity(area: HTMLTextAreaElement): void {
  const hint = area.closest("[data-text]")?.querySelector<HTMLElement>("[data-hint]");
  if (hint) hint.hidden = !IDENTIFYING.test(area.value);
}

function askForReason(item: Element): void {
  const asked = [...item.querySelectorAll<HTMLElement>("[data-bearings]")].some((part) => {
    const control = part.querySelector<HTMLInputElement | HTMLSelectElement>("input:checked, select");
    const value = Number(control?.value || Number.NaN);
    return Number.isFinite(value) && isReasonAsked(JSON.parse(part.dataset.bearings!), value);
  });
  const hint = item.querySelector<HTMLElement>("[data-reason-asked]");
  if (!hint) return;
  hint.hidden = !asked;
  const reason = hint.closest("details");
  if (asked && reason) reason.open = true;
}
