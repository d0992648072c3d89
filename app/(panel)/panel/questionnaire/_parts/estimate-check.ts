import { misgiven } from "@/delphi/estimate-problems";
import type { Part } from "@/delphi/item";
import { quantityIn } from "@/delphi/quantity";
import type { QuantityScale } from "@/delphi/scale";

type Control = HTMLInputElement | HTMLSelectElement;
type Asked = Pick<Part, "id"> & { readonly scale: QuantityScale };

/**
 * Says beside its field what is wrong with an estimate: once the field is left, so that nobody is interrupted in the
 * middle of a number; while something is corrected, only whether it still is.
 */
export function checkEstimate(control: EventTarget | null, when: "typing" | "left"): void {
  const estimate = control instanceof Element ? control.closest<HTMLElement>("[data-estimate]") : null;
  if (!estimate) return;
  const shown = [...estimate.querySelectorAll<HTMLElement>("[data-problem]")];
  if (when === "typing" && shown.every((one) => one.hidden)) return;
  const parts = JSON.parse(estimate.dataset.estimate!) as Asked[];
  const controlOf = (part: string) => estimate.querySelector<Control>(`[data-quantity][name$="/${part}"]`);
  const aside = estimate.querySelector<HTMLInputElement>("[data-aside]")?.checked;
  const problems = aside
    ? []
    : misgiven(parts, (part) => {
        const typed = controlOf(part)?.value.trim() ?? "";
        const kind = parts.find(({ id }) => id === part)!.scale.kind;
        return typed === "" ? null : quantityIn(kind, typed);
      });
  for (const one of shown) {
    const message = problems.find(({ part }) => part === one.dataset.problem)?.message ?? "";
    one.hidden = message === "";
    one.querySelector("span")!.textContent = message;
    const field = controlOf(one.dataset.problem!);
    if (message === "") field?.removeAttribute("aria-invalid");
    else field?.setAttribute("aria-invalid", "true");
  }
}
