/**
 * What belongs together among the boxes of a choice and the lists of a ranking: "none of these" and "outside my
 * expertise" take back what the options say and the other way round, and words for another option choose it.
 */
export function settleChoice(changed: EventTarget): void {
  if (changed instanceof HTMLSelectElement && changed.value !== "") takeBackAside(changed);
  if (changed instanceof HTMLTextAreaElement) chooseOther(changed);
  if (changed instanceof HTMLElement && changed.closest("[data-estimate]")) takeBackAside(changed);
  if (!(changed instanceof HTMLInputElement) || changed.type !== "checkbox" || !changed.checked) return;
  const isAside = "aside" in changed.dataset;
  const boxes = changed.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [];
  for (const box of boxes) if (box !== changed && (isAside || "aside" in box.dataset)) box.checked = false;
  if (isAside) for (const list of listsBeside(changed)) list.value = "";
}

const listsBeside = (control: Element): Iterable<HTMLSelectElement> =>
  control.closest("fieldset")?.querySelectorAll<HTMLSelectElement>("select[data-option]") ?? [];

/** A number that is chosen or typed is an answer after all. */
function takeBackAside(changed: HTMLElement): void {
  const aside = changed.closest("fieldset")?.querySelector<HTMLInputElement>("[data-aside]");
  if (aside && aside !== changed) aside.checked = false;
}

function chooseOther(area: HTMLTextAreaElement): void {
  if (area.value.trim() === "" || !area.name.endsWith("/other-text")) return;
  const item = area.closest("[data-item]");
  const other = item?.querySelector<HTMLInputElement>('input[data-option="other"]');
  const taken = item?.querySelector("input[data-option]:checked, [data-aside]:checked");
  if (other && (other.type === "checkbox" || !taken)) {
    other.checked = true;
    settleChoice(other);
  }
}
