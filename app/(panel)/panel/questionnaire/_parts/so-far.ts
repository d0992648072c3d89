import { allocationSoFar, rankingSoFar } from "@/delphi/whole-answer";

/** Says of each ranking and allocation within `root` what it still lacks, as its lists stand now. */
export function tellSoFar(root: Element | null): void {
  for (const line of root?.querySelectorAll<HTMLElement>("[data-so-far]") ?? []) {
    const fieldset = line.closest("fieldset");
    const lists = fieldset?.querySelectorAll<HTMLSelectElement>("select[data-option]") ?? [];
    const values = [...lists].map(({ value }) => (value === "" ? null : Number(value)));
    const far =
      line.dataset.soFar === "ranking"
        ? rankingSoFar(values)
        : allocationSoFar(values, Number(line.dataset.total));
    const words = JSON.parse(line.dataset.words!) as Record<string, string>;
    const outside = fieldset?.querySelector("[data-aside]:checked");
    const said = outside
      ? ""
      : words[far.state]!.replace(/\{(\w+)\}/g, (_, name) => String(far.values[name]));
    if (line.textContent !== said) line.textContent = said;
    line.dataset.state = far.state;
  }
}
