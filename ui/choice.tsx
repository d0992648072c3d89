import type { ReactNode } from "react";
import { useId } from "react";
import { OwnDiamond } from "@/ui/own-answer";

export type ChoiceOption = {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly chosen: boolean;
  /** The words beside what one chose last time. */
  readonly own?: string;
  /** How many chose it, where that is shown. */
  readonly note?: ReactNode;
};

export type ChoiceAside = Pick<ChoiceOption, "key" | "name" | "value" | "label" | "chosen">;

/**
 * Options below each other, of which one or any number is taken: native radios or boxes, so that a keyboard and a
 * screen reader find what they know. The asides say something about all of them: none, or no expertise.
 */
export function Choice({
  legend,
  legendHidden,
  hint,
  many,
  options,
  asides,
}: {
  legend: ReactNode;
  legendHidden?: boolean;
  hint: ReactNode;
  many: boolean;
  options: readonly ChoiceOption[];
  asides: readonly ChoiceAside[];
}) {
  const id = useId();
  const type = many ? "checkbox" : "radio";
  return (
    <fieldset aria-describedby={`${id}-hint`} className="min-w-0 font-sans text-base">
      <legend className={legendHidden ? "sr-only" : "mb-2 block max-w-measure font-medium"}>{legend}</legend>
      <p id={`${id}-hint`} className="mb-2 max-w-measure text-sm text-muted">
        {hint}
      </p>
      <div className="flex flex-col gap-1">
        {options.map((option) => (
          <label
            key={option.key}
            className="flex min-h-12 cursor-pointer items-start gap-3 rounded-md border border-edge bg-card px-3 py-3 hover:border-ink hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type={type}
              name={option.name}
              value={option.value}
              defaultChecked={option.chosen}
              data-option={option.key}
              className="peer mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere] peer-checked:[&>:first-child]:font-semibold">
              <span className="leading-snug">{option.label}</span>
              {option.own ? (
                <span className="mt-1 flex items-baseline gap-2 text-sm font-medium text-you">
                  <OwnDiamond className="relative top-px size-3" />
                  {option.own}
                </span>
              ) : null}
              {option.note ? <span className="mt-1 block">{option.note}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {asides.map((aside) => (
          <label
            key={aside.key}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md text-sm text-muted has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type={type}
              name={aside.name}
              value={aside.value}
              defaultChecked={aside.chosen}
              data-aside={many ? "" : undefined}
              className="size-4 shrink-0 accent-accent"
            />
            {aside.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
